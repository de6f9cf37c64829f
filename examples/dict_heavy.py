# wasm: yes
# bench: 900000
"""Dictionaries with int, str and tuple keys: growth, look-up, deletion, counting.

usage: dict_heavy.py [N]      (default 2000)
"""
import sys


def numbers(n):
    state = 12345
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        yield state >> 8


def count_ints(n):
    counts = {}
    for x in numbers(n):
        x %= 5003
        counts[x] = counts.get(x, 0) + 1
    return len(counts), max(counts.values()), sum(k * v for k, v in counts.items()) % 1000003


def count_words(n):
    counts = {}
    for x in numbers(n):
        word = f"w{x % 2999}"
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    return len(counts), best


def grid(n):
    cells = {}
    for i, x in enumerate(numbers(n)):
        cells[x % 97, x // 97 % 89] = i
    total = 0
    for (x, y), i in cells.items():
        if (x + 1, y) in cells and (x, y + 1) in cells:
            total += i
    return len(cells), total % 1000003


def churn(n):
    window = {}
    total = 0
    for i, x in enumerate(numbers(n)):
        window[i] = x
        if i >= 1000:
            total += window.pop(i - 1000)
    return len(window), total % 1000003, next(iter(window))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print("ints", *count_ints(n))
    print("words", *count_words(n))
    print("grid", *grid(n))
    print("churn", *churn(n))


if __name__ == "__main__":
    main()
