# wasm: yes
# Order of cleanup across nested functions and handlers; exception in handler and finally.
trace = []
def t(x): trace.append(x)
def inner():
    try:
        t("inner body")
        raise ValueError("v")
    except KeyError:
        t("never")
    finally:
        t("inner finally")
def outer():
    try:
        inner()
    except ValueError:
        t("outer except")
        try:
            raise KeyError("k")
        except KeyError:
            t("nested except")
        finally:
            t("nested finally")
    else:
        t("never")
    finally:
        t("outer finally")
outer(); print(trace); trace.clear()
def deep(n):
    try:
        if n == 0: raise RuntimeError("deep")
        deep(n - 1)
    finally:
        t(n)
try:
    deep(5)
except RuntimeError as error:
    print(error, trace); trace.clear()
def many():
    for i in range(5):
        try:
            try:
                if i % 2: raise ValueError(i)
                t(f"ok{i}")
            except ValueError as e:
                t(f"e{e}")
                if i == 3: raise KeyError(i)
            else:
                t("else")
            finally:
                t("fin")
        except KeyError:
            t("outer")
            break
    else:
        t("never")
many(); print(trace); trace.clear()
def returns_from_nested():
    try:
        try:
            return t("ret") or "value"
        finally:
            t("f1")
    finally:
        t("f2")
print(returns_from_nested(), trace); trace.clear()
def override(n):
    while True:
        try:
            if n == 0: return "return"
            if n == 1: break
            if n == 2: raise ValueError("raised")
        finally:
            t("f")
            if n == 2:
                n = 0
                continue
    return "after"
print(override(0), override(1), override(2), trace); trace.clear()
def handler_raises():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
        else:
            t("no")
        finally:
            t("fin")
    except KeyError as e:
        t(repr(e.__context__))
handler_raises(); print(trace); trace.clear()
def else_raises():
    try:
        pass
    except ValueError:
        t("must not catch")
    else:
        raise ValueError("from else")
    finally:
        t("fin")
try:
    else_raises()
except ValueError as e:
    print(e, trace)
