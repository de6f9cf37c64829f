# wasm: yes
# isinstance and issubclass: tuples, nested tuples, unions, bool/int, errors.
class A: pass
class B(A): pass
class C(B): pass
c = C()
print(isinstance(c, A), isinstance(c, (int, (str, B))), isinstance(A(), C), issubclass(C, (int, A)), issubclass(C, C), isinstance(True, int), isinstance(1, bool), issubclass(bool, int), isinstance(None, type(None)), isinstance(A, type), isinstance(5, object), isinstance(5, int | str), isinstance("s", int | None), isinstance(len, type(len)))
for action in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("a", (int, 5)), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: isinstance(1), lambda: isinstance(1, [int])):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(type(c) == C, type(c) is not A, type(c).__name__, c.__class__.__bases__[0].__name__, type(5) in (int, str), type(type(c)))
kinds = {int: "int", str: "str", list: "list", A: "A"}
print([kinds.get(type(v), "?") for v in (1, "s", [], A(), B(), 1.5)])
print([next((n for k, n in kinds.items() if isinstance(v, k)), "?") for v in (True, "s", C(), None)])
print(callable(A), callable(c), hasattr(C, "__call__"), int.__name__, [t.__name__ for t in (int, str, list, dict, tuple, set, frozenset, float, bool, bytes, type, object, range, slice, property, staticmethod, classmethod, super, enumerate, zip, map, filter, reversed)])
