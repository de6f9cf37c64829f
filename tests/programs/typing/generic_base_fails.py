# wasm: yes
class Base:
    def __init_subclass__(cls, /, needed):
        super().__init_subclass__()


class Derived[T](Base):
    pass
