# wasm: yes
# if/elif chains, nested ternaries, pass, early return, state machines.
def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70:
        if n >= 75:
            return "C+"
        return "C"
    else:
        pass
    return "F"
print([grade(n) for n in (95, 85, 77, 71, 10)])
def classify(n):
    return "neg" if n < 0 else "zero" if n == 0 else "small" if n < 10 else "big"
print([classify(n) for n in (-5, 0, 5, 50)])
def tokens(text):
    state, current, out = "start", "", []
    for c in text + " ":
        if state == "start":
            if c.isdigit():
                state, current = "number", c
            elif c.isalpha():
                state, current = "word", c
            elif c != " ":
                out.append(("op", c))
        elif state == "number":
            if c.isdigit() or c == ".":
                current += c
            else:
                out.append(("num", current))
                state = "start"
                if c not in " ":
                    out.append(("op", c))
        else:
            if c.isalnum():
                current += c
            else:
                out.append(("word", current))
                state = "start"
                if c != " ":
                    out.append(("op", c))
    return out
print(tokens("x1 = 3.5+foo(42)*bar"))
def fizz(n):
    return "FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n
print(*map(fizz, range(1, 16)))
def search(grid, target):
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell == target:
                return x, y
    return None
print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
if 0: print("no")
elif "": print("no")
else: print("else")
if 1: a = 1; b = 2
print(a, b); pass; ...
"a string statement"
1 + 1
