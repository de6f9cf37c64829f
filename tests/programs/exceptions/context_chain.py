# wasm: yes
# __context__ chains through nested handlers, finally and calls.
def show(error):
    chain = []
    while error is not None:
        chain.append(f"{type(error).__name__}({error})")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    print(" <- ".join(chain))
def nested(n):
    try:
        if n == 0: raise ValueError("bottom")
        nested(n - 1)
    except Exception as e:
        raise RuntimeError(n)
try:
    nested(3)
except RuntimeError as error:
    show(error)
try:
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise IndexError("b")
        except IndexError:
            raise TypeError("c")
except TypeError as error:
    show(error)
try:
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise IndexError("b")
        except IndexError:
            pass
        raise TypeError("after handled")
except TypeError as error:
    show(error)
try:
    try:
        raise KeyError("a")
    finally:
        raise TypeError("in finally")
except TypeError as error:
    show(error)
try:
    try:
        pass
    finally:
        raise TypeError("no context")
except TypeError as error:
    show(error)
def helper():
    raise OSError("from helper")
try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except OSError as error:
    show(error)
def swallow():
    try:
        raise ValueError("swallowed")
    except ValueError:
        pass
try:
    try:
        1 / 0
    except ZeroDivisionError:
        swallow()
        raise LookupError("own context")
except LookupError as error:
    show(error)
class M:
    def __enter__(self): return self
    def __exit__(self, k, v, t): raise TypeError("in exit")
try:
    with M():
        raise KeyError("body")
except TypeError as error:
    show(error)
e1 = ValueError("one")
e2 = TypeError("two")
try:
    try:
        raise e1
    except ValueError:
        raise e2
except TypeError:
    try:
        raise e1
    except ValueError as error:
        print(repr(error.__context__), repr(e2.__context__))
e1.__context__ = e2.__context__ = None
