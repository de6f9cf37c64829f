# Classes derived from reversed have attributes of their own, besides what they walk over.
# wasm: yes
class Plain(reversed):
    pass


class Counted(reversed):
    def __init__(self, *args, start=0):
        self.count, self.more, self.most = start, [start], {"start": start}

    def __next__(self):
        self.count += 1
        return self.count, super().__next__()


kept = []
for number in range(200):
    plain = Plain((number, number + 1))
    plain.note = [number]
    counted = Counted((number, 2, 3), start=number)
    kept.append((plain, counted))
print(sum(sum(plain) + plain.note[0] for plain, _ in kept))
print([list(counted) for _, counted in kept[:2]], sum(counted.more[0] + counted.most["start"] for _, counted in kept))
del kept, plain, counted
