# wasm: yes
# bench: 800000
"""Counts the words of a large generated text, reports the most frequent ones, lengths, letters and a concordance.

usage: main.py [WORDS]      (default 3000)
"""
import sys

from counting import Counter, tokens
from report import histogram, table
from textmaker import make_text


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    text = make_text(size)
    print(f"{len(text)} characters, {text.count(chr(10))} lines")
    words, lengths, letters = Counter(), Counter(), Counter()
    first_seen, last_seen = {}, {}
    for number, line in enumerate(text.splitlines(), 1):
        for word in tokens(line):
            words.add(word)
            lengths.add(len(word))
            first_seen.setdefault(word, number)
            last_seen[word] = number
    for word, count in words.items():
        for letter in word:
            letters.add(letter, count)
    print(f"{words.total()} words, {len(words)} different")
    print(table(words.most_common(10), ("word", "count")))
    print(table(sorted(letters.most_common(5)), ("letter", "count")))
    print(histogram(lengths))
    rare = sorted(w for w, n in words.items() if n == 1)
    print(len(rare), rare[:5])
    widest = max(words, key=lambda w: (last_seen[w] - first_seen[w], w))
    print(widest, first_seen[widest], last_seen[widest])
    checksum = 0
    for word, count in sorted(words.items()):
        for c in word:
            checksum = (checksum * 31 + ord(c) * count) % 1000000007
    print("checksum", checksum)


if __name__ == "__main__":
    main()
