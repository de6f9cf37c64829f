# wasm: yes
# BaseExceptionGroup, and classes derived from groups.
class Errors(ExceptionGroup):
    def derive(self, excs):
        return Errors(self.message, excs)


class Many(BaseExceptionGroup):
    def __str__(self):
        return f"own text of {len(self.exceptions)}"


try:
    raise Errors("own class", [ValueError("v"), Errors("inner", [OSError("o")])])
except Errors as error:
    raise Many("base", [KeyboardInterrupt(), SystemExit(3), error, GeneratorExit("g")])
