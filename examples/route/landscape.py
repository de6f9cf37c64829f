"""A square of places with heights; walls cannot be passed, climbing costs more than walking down."""

WALL = 9


class Landscape:
    def __init__(self, size, seed):
        self.size = size
        self.heights = {}
        state = seed
        for y in range(size):
            for x in range(size):
                state = (state * 48271) % 2147483647
                wall = state % 100 < 22 and (x, y) not in self.corners()
                self.heights[x, y] = WALL if wall else (state >> 8) % 9

    def corners(self):
        return (0, 0), (self.size - 1, self.size - 1)

    def height(self, place):
        return self.heights[place]

    def neighbours(self, place):
        """Pairs of a place beside this one and the cost to go there."""
        x, y = place
        here = self.heights[place]
        for other in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            there = self.heights.get(other, WALL)
            if there != WALL:
                yield other, 1 + (there - here) * 2 if there > here else 1

    def drawing(self, route):
        return "\n".join(
            "".join("*" if (x, y) in route else "#" if self.heights[x, y] == WALL else "." for x in range(self.size))
            for y in range(self.size))
