"""A deterministic text: words from syllables, frequent ones more often, sentences and lines."""

CONSONANTS = "b c d f g h j k l m n p r s t v w z st tr pl gr ch th é".split()
VOWELS = "a e i o u ai ou ee ä".split()


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n


def make_word(random):
    word = ""
    for _ in range(1 + random.below(3)):
        word += CONSONANTS[random.below(len(CONSONANTS))] + VOWELS[random.below(len(VOWELS))]
    if random.below(6) == 0:
        word += "n's"
    return word


def make_text(size):
    random = Random(2024)
    vocabulary = [make_word(random) for _ in range(max(50, size // 20))]
    parts = []
    column = 0
    left = 3 + random.below(12)
    capital = True
    for _ in range(size):
        # The product of two numbers makes words at the beginning of the vocabulary more frequent.
        word = vocabulary[random.below(len(vocabulary)) * random.below(len(vocabulary)) // len(vocabulary)]
        if capital:
            word = word[0].upper() + word[1:]
        left -= 1
        capital = left == 0
        if capital:
            word += ".!?"[random.below(3)]
            left = 3 + random.below(12)
        elif random.below(9) == 0:
            word += ","
        parts.append(word)
        column += len(word) + 1
        if column > 72:
            parts.append("\n")
            column = 0
        else:
            parts.append(" ")
    parts.append("\n")
    return "".join(parts)
