# wasm: yes
def make():
    type Alias[T] = list[T] | missing(T)
    return Alias


Alias = make()
print(Alias)
print(Alias.__value__)
