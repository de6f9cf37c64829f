# wasm: yes
# try/except/else/finally, matching by class and tuple, rebinding, nesting.
def run(action):
    try:
        value = action()
    except (KeyError, IndexError) as error:
        print("lookup", type(error).__name__, error)
    except ZeroDivisionError:
        print("division")
    except ValueError as error:
        print("value", error.args)
    except Exception as error:
        print("other", repr(error))
    else:
        print("fine", value)
    finally:
        print("finally")
run(lambda: 5)
run(lambda: {}["k"])
run(lambda: [][0])
run(lambda: 1 / 0)
run(lambda: int("x"))
run(lambda: None.x)
try:
    try:
        raise ValueError("inner")
    except KeyError:
        print("no")
    finally:
        print("cleanup")
except ValueError as error:
    print("outer", error)
try:
    raise KeyError("a")
except LookupError as error:
    print("base class", error, str(error), error.args)
error = "module level"
try:
    raise ValueError
except ValueError as error:
    print(repr(error))
try:
    error
except NameError as e:
    print(e)
def nothing():
    try:
        pass
    except:
        print("no")
    else:
        print("else")
nothing()
try:
    raise BaseException("base")
except:
    print("bare")
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ArithmeticError as error:
    print("reraised", error)
class NotException: pass
for handler in (5, "x", NotException, (ValueError, 5)):
    try:
        try:
            raise ValueError("v")
        except handler:
            print("caught")
    except TypeError as error:
        print(error)
    except ValueError as error:
        print("value error passed")
def dynamic(*kinds):
    try:
        raise OSError("dyn")
    except kinds as error:
        return str(error)
print(dynamic(KeyError, OSError))
try:
    dynamic()
except OSError as error:
    print("not caught by ()", error)
