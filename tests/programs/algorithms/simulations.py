# wasm: yes
# Game of life, a bank, an event queue, a virtual machine, a random generator.
def life(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): glider = life(glider)
print(sorted(glider))
class Insufficient(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.short = need - have
class Account:
    def __init__(self, owner, balance=0): self.owner, self.balance, self.log = owner, balance, []
    def withdraw(self, n):
        if n > self.balance: raise Insufficient(n, self.balance)
        self.balance -= n
        self.log.append(("out", n))
    def deposit(self, n):
        self.balance += n
        self.log.append(("in", n))
def transfer(a, b, n):
    try:
        a.withdraw(n)
    except Insufficient as error:
        return f"failed: {error} (short {error.short})"
    else:
        b.deposit(n)
        return "ok"
    finally:
        a.log.append("attempt")
x, y = Account("x", 100), Account("y")
print(transfer(x, y, 70), transfer(x, y, 70), x.balance, y.balance, x.log, y.log)
def vm(program, stack=None):
    stack, pc, env = stack or [], 0, {}
    while pc < len(program):
        match program[pc]:
            case ("push", v): stack.append(v)
            case ("add",): stack.append(stack.pop() + stack.pop())
            case ("mul",): stack.append(stack.pop() * stack.pop())
            case ("store", name): env[name] = stack.pop()
            case ("load", name): stack.append(env[name])
            case ("jump_if", target) if stack.pop(): pc = target - 1
            case ("jump_if", _): pass
            case ("print",): print(stack[-1], end=" ")
            case op: raise ValueError(f"bad {op}")
        pc += 1
    return stack
print(vm([("push", 1), ("store", "f"), ("push", 10), ("store", "n"), ("load", "f"), ("load", "n"), ("mul",), ("store", "f"), ("load", "n"), ("push", -1), ("add",), ("store", "n"), ("load", "n"), ("jump_if", 4), ("load", "f"), ("print",)]))
try:
    vm([("nope", 1, 2)])
except ValueError as error:
    print(error)
class Rng:
    def __init__(self, seed): self.s = seed
    def __iter__(self): return self
    def __next__(self):
        self.s ^= (self.s << 13) & 0xFFFFFFFFFFFFFFFF
        self.s ^= self.s >> 7
        self.s ^= (self.s << 17) & 0xFFFFFFFFFFFFFFFF
        return self.s
rng = Rng(88172645463325252)
print([next(rng) for _ in range(3)], sum(next(rng) % 6 + 1 for _ in range(1000)))
class Sim:
    def __init__(self): self.q, self.now, self.out = [], 0, []
    def at(self, t, f, *a): self.q.append((t, len(self.q), f, a)); self.q.sort(key=lambda e: e[:2], reverse=True)
    def run(self, until):
        while self.q and self.q[-1][0] <= until:
            self.now, _, f, a = self.q.pop()
            f(*a)
sim = Sim()
def tick(name, every):
    sim.out.append(f"{name}@{sim.now}")
    sim.at(sim.now + every, tick, name, every)
sim.at(0, tick, "a", 3); sim.at(1, tick, "b", 4); sim.run(12)
print(sim.out)
