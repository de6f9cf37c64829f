# wasm: yes
x: int = 1
del __annotations__
y: str = 2
