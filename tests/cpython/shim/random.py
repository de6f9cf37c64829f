"""The same numbers each time, whatever runs it."""


class Random:
    def __init__(self, seed=None):
        self.state = 88172645463325252

    def next(self):
        x = self.state
        x ^= x << 13 & (1 << 64) - 1
        x ^= x >> 7
        x ^= x << 17 & (1 << 64) - 1
        self.state = x
        return x

    def seed(self, *args):
        pass

    def random(self):
        return (self.next() >> 11) / (1 << 53)

    def getrandbits(self, count):
        value = 0
        for _ in range((count + 63) // 64):
            value = value << 64 | self.next()
        return value & (1 << count) - 1

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        return start + step * (self.getrandbits(64 + abs(stop).bit_length()) % ((stop - start + step - 1) // step))

    def randint(self, low, high):
        return self.randrange(low, high + 1)

    def uniform(self, low, high):
        return low + (high - low) * self.random()

    def choice(self, items):
        return items[self.randrange(len(items))]

    def choices(self, items, k=1):
        return [self.choice(items) for _ in range(k)]

    def shuffle(self, items):
        for i in reversed(range(1, len(items))):
            j = self.randrange(i + 1)
            items[i], items[j] = items[j], items[i]

    def sample(self, items, k):
        pool = list(items)
        self.shuffle(pool)
        return pool[:k]


shared = Random()
random, randrange, randint, uniform = shared.random, shared.randrange, shared.randint, shared.uniform
choice, choices, shuffle, sample = shared.choice, shared.choices, shared.shuffle, shared.sample
getrandbits, seed = shared.getrandbits, shared.seed
