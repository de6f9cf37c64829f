# wasm: yes
# bench: 200000
"""Text: concatenation, joining, f-strings, splitting, searching, replacing and case.

usage: string_building.py [N]      (default 1000)
"""
import sys


def concatenate(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
    return text


def lines(n):
    return "\n".join(f"{i:06d} {i * 7 % 1000:>5} {'even' if i % 2 == 0 else 'odd'}" for i in range(n))


def checksum(text):
    total = 0
    for c in text:
        total = (total * 31 + ord(c)) % 1000000007
    return total


def reverse_words(text):
    return " ".join(word[::-1] for word in text.split())


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    text = concatenate(n)
    print(len(text), checksum(text), text.count("abc"), text.find("xyz", n // 2))
    table = lines(n)
    print(len(table), checksum(table))
    fields = [line.split() for line in table.splitlines()]
    print(sum(int(f[1]) for f in fields), sum(1 for f in fields if f[2] == "odd"))
    print(checksum(reverse_words(table)), checksum(table.replace("even", "EVEN").upper()[::2]))
    print(checksum("".join(c for c in table if c.isdigit())), table.title()[-20:])


if __name__ == "__main__":
    main()
