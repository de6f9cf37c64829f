"""Writes a JSON file of records, the same for the same count.

usage: generate.py FILE RECORDS      (10000 records are about 3 megabytes)
"""
import sys

WORDS = "alpha beta gamma delta épsilon zeta eta theta iota kappa λάμδα mu nu 日本 omicron pi rho sigma tau".split()


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % n


def record(random, number):
    words = [WORDS[random.below(len(WORDS))] for _ in range(2 + random.below(6))]
    tags = ", ".join(f'"{w}"' for w in words[:random.below(4)])
    name = " ".join(words)
    price = f"{random.below(100000) / 100:.2f}"
    if random.below(20) == 0:
        price = f"{random.below(1000)}e-1"
    text = "line one\\nline \\\"two\\\"\\t\\u00e9\\ud83d\\ude00" if random.below(5) == 0 else "plain text of no interest"
    sizes = ", ".join(str(random.below(2000) - 1000) for _ in range(random.below(8)))
    parent = "null" if random.below(3) == 0 else str(random.below(number + 1))
    active = "true" if random.below(2) else "false"
    return (f'  {{"id": {number}, "name": "{name}", "price": {price}, "active": {active}, "parent": {parent},\n'
            f'   "tags": [{tags}], "sizes": [{sizes}], "note": "{text}",\n'
            f'   "place": {{"x": {random.below(360) - 180}.{random.below(1000)}, "y": -{random.below(90)}.5, "zone": {{}}}},\n'
            f'   "serial": {random.below(1 << 30)}{random.below(1 << 30)}{random.below(1 << 30)}}}')


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: generate.py FILE RECORDS")
    random = Random(99)
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("[\n")
        for number in range(int(sys.argv[2])):
            if number:
                file.write(",\n")
            file.write(record(random, number))
        file.write("\n]\n")


if __name__ == "__main__":
    main()
