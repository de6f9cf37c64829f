# wasm: yes
# Private names are mangled with the innermost class, wherever they stand.
class Outer:
    __shared = "outer"

    def __init__(self):
        self.__kept = 1

    def make(self, start):
        class Inner:
            # `self` is Outer's here, the mangling Inner's.
            self.__kept = start
            __shared = "inner"

            def __init__(self):
                self.__kept = start + 1
                self.__twice__ = 2

            def read(self):
                return self.__kept, self.__shared, self.__twice__

        return Inner

    def read(self):
        return self.__kept, self.__shared


class _Lead:
    def __init__(self):
        self.__x = "one underscore stripped"


class __:
    def __init__(self):
        self.__x = "nothing left to mangle with"


outer = Outer()
print(outer.read(), sorted(vars(outer)))
inner = outer.make(5)()
print(outer.read(), sorted(vars(outer)))
print(inner.read(), sorted(vars(inner)))
print(vars(_Lead()), vars(__()))
try:
    outer.__kept
except AttributeError as error:
    print(error)


class Names:
    def parameters(self, __first=1, *, __second=2):
        __local = 3
        return [name for name in sorted(locals()) if name != "self"], __first + __second + __local

    def nested(self):
        def inner(__arg):
            return __arg
        return inner(_Names__arg=7)


print(Names().parameters())
print(Names().nested())
try:
    Names().parameters(__second=3)
except TypeError as error:
    print(error)
