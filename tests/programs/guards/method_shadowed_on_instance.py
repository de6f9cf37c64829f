# An instance attribute shadows the class's method in the middle of a loop, and goes away again.
# wasm: yes


class Worker:
    def __init__(self, rate):
        self.rate = rate

    def run(self, x):
        return x * self.rate


def hot(worker, n):
    total = 0
    for i in range(n):
        total += worker.run(i)
    return total


def changing(worker, n):
    total = 0
    for i in range(n):
        if i == 100:
            worker.run = lambda x: 0.5
        elif i == 200:
            del worker.run
        total += worker.run(i)
    return total


a, b = Worker(2), Worker(3)
print(hot(a, 300), hot(b, 300))
a.run = lambda x: 1
print(hot(a, 300), hot(b, 300))
del a.run
print(hot(a, 300), hot(b, 300))
print(changing(a, 300), changing(b, 300))
b.run = b.run
print(hot(b, 300))
Worker.run = lambda self, x: 0
print(hot(a, 300), hot(b, 300))
b.__dict__["run"] = abs
print(hot(b, 300))
b.run = 3
try:
    hot(b, 300)
except TypeError as error:
    print(error)


def mixed(workers, n):
    total = 0
    for i in range(n):
        total += workers[i % 2].run(i)
    return total


b.run = lambda x: x
print(mixed([a, b], 300), mixed([a, a], 300))
