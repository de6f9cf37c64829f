# wasm: yes
# bench: 1000000
"""Values that flow through a chain of generators: yield, yield from, send and generator expressions.

usage: generator_pipeline.py [N]      (default 2000)
"""
import sys


def source(n):
    x = 1
    for _ in range(n):
        x = (x * 48271) % 2147483647
        yield x


def only_odd(values):
    for v in values:
        if v % 2:
            yield v


def pairs(values):
    previous = None
    for v in values:
        if previous is not None:
            yield previous, v
        previous = v


def flatten(groups):
    for group in groups:
        yield from group


def batches(values, size):
    batch = []
    for v in values:
        batch.append(v)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def running_average():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total // count


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print(sum(a ^ b for a, b in pairs(only_odd(source(n)))) % 1000000007)
    print(sum(flatten(batches((v % 1000 for v in source(n)), 7))), sum(1 for _ in batches(source(n), 7)))
    average = running_average()
    next(average)
    last = 0
    for v in source(n):
        last = average.send(v)
    print(last)
    print(sum(v * w % 10 for v, w in zip(source(n), only_odd(source(n)))))


if __name__ == "__main__":
    main()
