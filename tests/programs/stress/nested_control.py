# wasm: yes
# Deeply nested loops, conditions, try and with in one function.
class Ctx:
    def __init__(self, log, name): self.log, self.name = log, name
    def __enter__(self):
        self.log.append("+" + self.name)
        return self
    def __exit__(self, kind, value, tb):
        self.log.append("-" + self.name + (kind.__name__[0] if kind else ""))
        return kind is ValueError
def run(a, b, c):
    log = []
    for i in range(a):
        with Ctx(log, f"i{i}"):
            for j in range(b):
                try:
                    with Ctx(log, f"j{j}") as ctx:
                        k = 0
                        while True:
                            k += 1
                            if k == c: break
                            if (i + j + k) % 4 == 0: continue
                            if (i + j + k) % 5 == 0: raise ValueError(k)
                            if (i * j * k) == 4: raise KeyError(k)
                            if (i, j, k) == (2, 2, 3): return log, "returned"
                        else:
                            log.append("never")
                        log.append(k)
                except KeyError as e:
                    log.append(f"K{e}")
                    if j == 2: break
                else:
                    if j == 3: continue
                    log.append("e")
                finally:
                    log.append(";")
            else:
                log.append("no break")
    return log, "end"
for args in ((1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 4, 6)):
    log, how = run(*args)
    print(how, len(log), *log)
def ifs(a, b, c, d):
    if a:
        if b:
            if c: return "abc" if d else "abc-"
            elif d: return "ab-d"
        else:
            if not c and not d: return "a---"
            while c:
                c = False
                if d: break
            else: return "a-loop"
        return "a?"
    elif b or c:
        return ("b" if b else "c") + ("d" if d else "")
    return d and "d" or "none"
print([ifs(*(bool(n & m) for m in (8, 4, 2, 1))) for n in range(16)])
