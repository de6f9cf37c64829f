# wasm: yes
# warnings: yes


async def forgotten():
    pass


forgotten()
print("end")
