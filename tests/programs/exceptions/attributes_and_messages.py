# Attributes, methods and messages of exceptions, groups and statements that raise.
import sys
def t(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, type(e).__name__, e, getattr(e, "__notes__", ""))
# exceptions attributes
t("oserr", lambda: (OSError(2, "m", "f").filename, OSError(2, "m", "f", None, "g").filename2, str(OSError(2, "m", "f", None, "g")), type(OSError(2, "m")).__name__, OSError(2).errno, OSError(2, "x").args))
t("imp", lambda: (ImportError("a", name="n", path="p").name, ImportError("a", name_from="z").name_from)); t("imp2", lambda: ImportError("a", x=1)); t("stop", lambda: (StopIteration(1, 2).value, StopIteration().value)); t("sys", lambda: (SystemExit(1, 2).code, SystemExit().code)); t("name", lambda: NameError("a", name="b").name); t("attr", lambda: (AttributeError("a", name="b", obj=1).obj)); t("key", lambda: str(KeyError("a"))); t("key", lambda: str(KeyError("a", "b"))); t("uni", lambda: UnicodeDecodeError("utf8", b"abc", 1, 2, "r")); t("uni", lambda: UnicodeEncodeError("utf8", "abc", 1, 3, "r")); t("uni", lambda: UnicodeTranslateError("abc", 1, 2, "r")); t("uni", lambda: UnicodeDecodeError("a")); t("syn", lambda: SyntaxError("m", ("f", 1, 2, "t", 3, 4)).end_lineno); t("syn", lambda: SyntaxError("m", ("f", 1, 2, "t")).print_file_and_line); t("syn", lambda: str(SyntaxError("m", ("f", 1, 2, "t")))); t("syn", lambda: SyntaxError("m", (1,)))
e = ValueError("a"); e.add_note("n1"); t("note", lambda: e.add_note(1)); print(e.__notes__); e.__notes__ = 5; t("note", lambda: e.add_note("x"))
t("cause", lambda: setattr(e, "__cause__", 1)); t("ctx", lambda: setattr(e, "__context__", 1)); t("sup", lambda: (setattr(e, "__cause__", None), e.__suppress_context__)); t("tb", lambda: setattr(e, "__traceback__", 1)); t("delc", lambda: delattr(e, "__cause__")); t("delargs", lambda: delattr(e, "args")); t("args", lambda: (setattr(e, "args", [1, 2]), e.args)); t("dict", lambda: e.__dict__); t("state", lambda: e.__setstate__({"q": 1}) or e.q); t("setst", lambda: e.__setstate__(5)); t("wt", lambda: e.with_traceback(None) is e); t("wt", lambda: e.with_traceback(1)); t("repr", lambda: repr(ValueError())); t("repr", lambda: repr(ValueError("a", 1))); t("repr", lambda: repr(ValueError("a",))); t("eq", lambda: ValueError(1) == ValueError(1)); t("red", lambda: ValueError(1, 2).__reduce__()); t("red", lambda: OSError(2, "a", "b").__reduce__()); t("kw", lambda: ValueError(a=1)); t("new", lambda: BaseException.__new__(ValueError, 1).args)
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3)])])
t("grp", lambda: (g.message, g.exceptions)); t("split", lambda: g.split(TypeError)); t("sub", lambda: g.subgroup(lambda e: isinstance(e, KeyError))); t("derive", lambda: g.derive([OSError()])); t("str", lambda: str(g)); t("empty", lambda: ExceptionGroup("a", [])); t("bad", lambda: ExceptionGroup("a", [1])); t("bad", lambda: ExceptionGroup("a", 5)); t("bad", lambda: ExceptionGroup(1, [ValueError()])); t("base", lambda: ExceptionGroup("a", [KeyboardInterrupt()])); t("beg", lambda: type(BaseExceptionGroup("a", [ValueError()]))); t("beg", lambda: type(BaseExceptionGroup("a", [KeyboardInterrupt()]))); t("nest", lambda: ExceptionGroup("a", [BaseExceptionGroup("b", [KeyboardInterrupt()])])); t("cls", lambda: ExceptionGroup[int]); t("split", lambda: g.split(5)); t("split", lambda: g.split((TypeError, KeyError))[0]); t("msg", lambda: setattr(g, "message", 1)); t("exc", lambda: setattr(g, "exceptions", 1)); t("sub0", lambda: g.subgroup(OSError)); t("red", lambda: g.__reduce__())
def star():
    try: raise g
    except* TypeError as a: print("T", a.exceptions)
    except* (ValueError, KeyError) as b: print("V", repr(b))
    else: print("else")
    finally: print("fin")
star()
def star2():
    try: raise ValueError("n")
    except* ValueError as a: print(repr(a)); raise
try: star2()
except ExceptionGroup as x: print(repr(x), x.__context__)
except ValueError as x: print("plain", repr(x))
def star3():
    try: raise g
    except* ValueError: raise OSError("new")
try: star3()
except ExceptionGroup as x: print(repr(x))
def star4():
    try: raise g
    except* ExceptionGroup: pass
t("star4", star4)
def star5():
    try: raise g
    except* 5: pass
t("star5", star5)
def exc5():
    try: raise g
    except 5: pass
t("exc5", exc5); t("raise5", lambda: (_ for _ in ()).throw(5))
def r5(): raise 5
t("r5", r5)
def rc(): raise ValueError from 5
t("rc", rc)
def rn():
    try: 1 / 0
    except ZeroDivisionError as q: raise KeyError("k") from None
try: rn()
except KeyError as q: print(q.__context__, q.__cause__, q.__suppress_context__)
def none():
    raise
t("none", none)
class E(Exception):
    def __init__(s): raise RuntimeError("in init")
def re(): raise E
t("E", re)
class N:
    def __new__(cls): return 5
class EN(Exception):
    def __new__(cls): return 5
def ren(): raise EN
t("EN", ren)
def fin():
    for i in range(3):
        try: continue
        finally: print(i, end=" ")
    while True:
        try: return "ret"
        finally: break
    return "end"
print(fin())
class CM:
    def __enter__(s): return s
    def __exit__(s, *a): print(a[0] and a[0].__name__); return True
with CM() as c1, CM() as c2: 1 / 0
with (CM() as c1, CM() as c2,): raise KeyError
class NX:
    def __enter__(s): pass
def nx():
    with NX(): pass
t("nx", nx); t("nx2", lambda: exec("with 5: pass"))
import sys
print(sys.exc_info(), sys.exception())
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exception())
# unpack etc
t("unp", lambda: exec("a, b = 1, 2, 3")); t("unp", lambda: exec("a, *b, c = [1]")); t("unp", lambda: exec("a, b = 5")); t("unp", lambda: exec("a, b = {1}")); t("unp", lambda: exec("(a, b), c = 1, 2")); t("star", lambda: [*5]); t("dstar", lambda: {**5}); t("call", lambda: print(*5)); t("call", lambda: print(**5)); t("call", lambda: print(**{1: 2})); t("call", lambda: (lambda a: a)(1, a=2)); t("call", lambda: (lambda a, /: a)(a=2)); t("call", lambda: (lambda *, a: a)()); t("call", lambda: (lambda a, b, c: a)()); t("call", lambda: (lambda a: a)(1, 2)); t("call", lambda: (lambda a, b=1: a)(1, 2, 3)); t("call", lambda: (lambda: 1)(**{"x": 1})); t("call", lambda: dict(**{"a": 1}, **{"a": 2})); t("ind", lambda: [1][[1]]); t("ind", lambda: (1,)["a"]); t("ind", lambda: "a"[None]); t("ind", lambda: {}[[1]]); t("ind", lambda: 5[0]); t("setind", lambda: "a".__setitem__); t("del", lambda: exec("del (1,)[0]")); t("aug", lambda: exec("x = (1,); x[0] += 1"))
t("fmt", lambda: f"{1:q}"); t("fmt", lambda: f"{'a':d}"); t("fmt", lambda: f"{[]:5}"); t("fmt", lambda: f"{None:x}"); t("conv", lambda: f"{'é'!a}"); t("eq", lambda: f"{1+1=}"); t("eq", lambda: f"{1+1 = :>5}"); t("nest", lambda: f"{1:{'>'}{5}}"); t("q", lambda: f"{'a' 'b'}"); t("lam", lambda: f"{(lambda x: x)(1)}"); t("walrus", lambda: f"{(z := 5)}"); t("date", lambda: "{:{}}".format(1, 5)); t("date", lambda: "{0.real}".format(1)); t("bad", lambda: "{".format()); t("bad", lambda: "{}{0}".format(1)); t("bad", lambda: "{x}".format()); t("bad", lambda: "{!z}".format(1)); t("bad", lambda: "%d" % "a"); t("bad", lambda: "%d %d" % 1); t("bad", lambda: "%z" % 1); t("bad", lambda: "%(a)d" % 1); t("bad", lambda: "a" % 1)
