# wasm: yes
"""An exception out of a bound: the frames of annotation scopes in the traceback."""


class Table:
    rows = 3

    def get[
        T: rows // zero
    ](self, value: T) -> T:
        return value


zero = 0
print(Table().get(1))
print(Table.get.__type_params__[0].__bound__)
