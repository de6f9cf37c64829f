# print itself is replaced, in a loop, by name and in builtins.
# wasm: yes
import builtins

log = []


def hot(n):
    for i in range(n):
        print(i % 3, end=" " if i < n - 1 else "\n")


def record(*arguments, **keywords):
    log.append((arguments, sorted(keywords)))


real = print
hot(20)
print = record
hot(20)
real(len(log), log[0], log[-1])
del print
hot(5)
builtins.print = record
hot(300)
builtins.print = real
real(len(log))
hot(5)


def switching(n):
    global print
    for i in range(n):
        if i == n // 2:
            print = record
        print("item", i)


switching(6)
del print
real(len(log), log[-1])
