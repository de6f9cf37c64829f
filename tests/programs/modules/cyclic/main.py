# wasm: yes
# Cyclic imports: partially initialised modules are seen as they are.
import a
import b
print(a.value, b.value, a.use_b(), b.use_a())
import c
print(c.result)
