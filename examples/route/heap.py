"""A binary heap of (priority, item) pairs; equal priorities come out in the order in which they were put in."""


class Heap:
    def __init__(self):
        self.entries = []
        self.counter = 0

    def __len__(self):
        return len(self.entries)

    def push(self, priority, item):
        entries = self.entries
        entry = (priority, self.counter, item)
        self.counter += 1
        entries.append(entry)
        i = len(entries) - 1
        while i > 0:
            parent = (i - 1) >> 1
            if entries[parent] <= entry:
                break
            entries[i] = entries[parent]
            i = parent
        entries[i] = entry

    def pop(self):
        """Remove and return the pair with the smallest priority."""
        entries = self.entries
        if not entries:
            raise IndexError("pop from an empty heap")
        top = entries[0]
        last = entries.pop()
        if entries:
            self._sink(last)
        return top[0], top[2]

    def _sink(self, entry):
        entries = self.entries
        n = len(entries)
        i = 0
        while True:
            child = 2 * i + 1
            if child >= n:
                break
            if child + 1 < n and entries[child + 1] < entries[child]:
                child += 1
            if entry <= entries[child]:
                break
            entries[i] = entries[child]
            i = child
        entries[i] = entry
