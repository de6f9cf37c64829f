"""Words of a line, and counters."""


def tokens(line):
    """The words of a line in lower case; an apostrophe belongs to a word."""
    start = None
    for i, c in enumerate(line):
        if c.isalpha() or (c == "'" and start is not None):
            if start is None:
                start = i
        elif start is not None:
            yield line[start:i].lower()
            start = None
    if start is not None:
        yield line[start:].lower()


class Counter(dict):
    def add(self, key, count=1):
        self[key] = self.get(key, 0) + count

    def total(self):
        return sum(self.values())

    def most_common(self, n):
        return sorted(self.items(), key=lambda item: (-item[1], item[0]))[:n]
