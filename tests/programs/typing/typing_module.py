# wasm: yes
"""The native module `_typing`: constructors and their errors."""
import _typing
from _typing import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple


def show(label, function):
    try:
        print(label, "=", function())
    except Exception as error:
        print(label, "!", type(error).__name__, error)


print([name for name in dir(_typing) if not name.startswith("__")])
show("plain", lambda: (TypeVar("X"), TypeVar("X").__module__, TypeVar("X").__name__))
show("variance", lambda: (TypeVar("X", covariant=True), TypeVar("X", contravariant=True)))
show("variance", lambda: TypeVar("X", covariant=True, contravariant=True))
show("infer", lambda: TypeVar("X", infer_variance=True))
show("infer", lambda: TypeVar("X", infer_variance=True, covariant=True))
show("constraint", lambda: TypeVar("X", int))
show("constraints", lambda: TypeVar("X", int, str).__constraints__)
show("bound", lambda: (TypeVar("X", bound=int).__bound__, TypeVar("X", bound=None).__bound__))
show("both", lambda: TypeVar("X", int, str, bound=int))
show("bound", lambda: TypeVar("X", bound=(1, 2)))
show("none", lambda: TypeVar())
show("number", lambda: TypeVar(1))
show("unknown", lambda: TypeVar("X", other=1))
show("by name", lambda: TypeVar(name="N"))
show("spec", lambda: (ParamSpec("P"), ParamSpec("P", covariant=True), ParamSpec("P", bound=int).__bound__))
show("spec", lambda: ParamSpec())
show("spec", lambda: ParamSpec(3))
show("tuple", lambda: (TypeVarTuple("Ts"), [*TypeVarTuple("Ts")]))
show("tuple", lambda: TypeVarTuple())
show("tuple", lambda: TypeVarTuple("Ts", 1))
show("tuple", lambda: TypeVarTuple(1))
T = TypeVar("T")
show("alias", lambda: (TypeAliasType("A", int), TypeAliasType("A", int).__value__, TypeAliasType("A", int).__module__))
show("alias", lambda: TypeAliasType("A", list[T], type_params=(T,))[int])
show("alias", lambda: TypeAliasType("A", int, type_params=[]))
show("alias", lambda: TypeAliasType(1, int))
show("alias", lambda: TypeAliasType("A"))
show("parts", lambda: (ParamSpecArgs(ParamSpec("P")), ParamSpecKwargs(3), ParamSpecArgs(3) == ParamSpecArgs(3)))
show("parts", lambda: ParamSpecArgs())
show("idfunc", lambda: _typing._idfunc(3))
show("generic", lambda: _typing.Generic[T])


class Old(_typing.Generic[T]):
    pass


print(Old[int], Old.__parameters__, Old[int]().__orig_class__, Old.__type_params__)


def derive(base):
    return type("Derived", (base,), {})


for base in TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, ParamSpecArgs:
    show("derived", lambda: derive(base))
show("immutable", lambda: setattr(TypeVar, "x", 1))
