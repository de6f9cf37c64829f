# wasm: yes
# A large if-chain, a large match and a table of functions agree.
OPS = ["nop", "push", "pop", "add", "sub", "mul", "dup", "swap", "jmp", "jz", "load", "store", "print", "call", "ret", "halt"]
def by_if(op):
    if op == "nop": return 0
    elif op == "push": return 1
    elif op == "pop": return 2
    elif op == "add": return 3
    elif op == "sub": return 4
    elif op == "mul": return 5
    elif op == "dup": return 6
    elif op == "swap": return 7
    elif op == "jmp": return 8
    elif op == "jz": return 9
    elif op == "load": return 10
    elif op == "store": return 11
    elif op == "print": return 12
    elif op == "call": return 13
    elif op == "ret": return 14
    elif op == "halt": return 15
    else: raise ValueError(op)
def by_match(op):
    match op:
        case "nop": return 0
        case "push": return 1
        case "pop": return 2
        case "add" | "sub" | "mul" as o: return {"add": 3, "sub": 4, "mul": 5}[o]
        case "dup": return 6
        case "swap": return 7
        case "jmp" | "jz": return 8 + (op == "jz")
        case "load": return 10
        case "store": return 11
        case "print": return 12
        case "call": return 13
        case "ret": return 14
        case "halt": return 15
        case _: raise ValueError(op)
table = {op: (lambda n: lambda: n)(n) for n, op in enumerate(OPS)}
for op in OPS:
    assert by_if(op) == by_match(op) == table[op]() == OPS.index(op), op
for f in (by_if, by_match, lambda op: table[op]()):
    try:
        f("bogus")
    except (ValueError, KeyError) as error:
        print(repr(error))
def run(code):
    stack, calls, env, pc, out, steps = [], [], {}, 0, [], 0
    while True:
        op, *args = code[pc]
        pc += 1
        steps += 1
        match op, args:
            case "push", [v]: stack.append(v)
            case "add", []: b, a = stack.pop(), stack.pop(); stack.append(a + b)
            case "sub", []: b, a = stack.pop(), stack.pop(); stack.append(a - b)
            case "mul", []: b, a = stack.pop(), stack.pop(); stack.append(a * b)
            case "dup", []: stack.append(stack[-1])
            case "swap", []: stack[-1], stack[-2] = stack[-2], stack[-1]
            case "jmp", [t]: pc = t
            case "jz", [t]: pc = t if stack.pop() == 0 else pc
            case "load", [n]: stack.append(env[n])
            case "store", [n]: env[n] = stack.pop()
            case "print", []: out.append(stack.pop())
            case "call", [t]: calls.append(pc); pc = t
            case "ret", []: pc = calls.pop()
            case "halt", []: return out, steps
            case _: raise ValueError((op, args))
print(run([("push", 1), ("store", "r"), ("push", 20), ("dup",), ("jz", 13), ("dup",), ("load", "r"), ("mul",), ("store", "r"), ("push", 1), ("sub",), ("call", 15), ("jmp", 3), ("load", "r"), ("print",), ("jz", 17), ("ret",), ("halt",)][:13] + [("load", "r"), ("halt",), ("ret",)]))
try:
    run([("bad", 1)])
except ValueError as error:
    print(error)
