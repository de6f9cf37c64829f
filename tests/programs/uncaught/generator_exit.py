# wasm: yes
# GeneratorExit and StopIteration outside of generators.
try:
    next(iter([]))
except StopIteration as error:
    print(repr(error))
    raise GeneratorExit("outside") from error
