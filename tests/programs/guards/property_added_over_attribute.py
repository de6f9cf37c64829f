# A property is put on the class over an instance attribute that loops read and write.
# wasm: yes


class Box:
    def __init__(self, w):
        self.w = w
        self.count = 0


def reads(box, n):
    total = 0
    for _ in range(n):
        total += box.w
    return total


def writes(box, n):
    for i in range(n):
        box.count = box.count + i
    return box.count


def changing(box, n):
    total = 0
    for i in range(n):
        if i == 100:
            Box.w = property(lambda self: self.__dict__["w"] * 10)
        elif i == 200:
            del Box.w
        total += box.w
    return total


box = Box(3)
print(reads(box, 300), writes(box, 300))
print(changing(box, 300))
Box.w = property(lambda self: 0.5)
print(reads(box, 300), box.__dict__)
try:
    box.w = 4
except AttributeError as error:
    print(error)
try:
    Box(1)
except AttributeError as error:
    print(error)
del Box.w
print(reads(box, 300))
log = []


def setter(self, value):
    log.append(value)
    self.__dict__["count"] = value // 2


Box.count = property(lambda self: self.__dict__["count"], setter)
print(writes(box, 10), log)
Box.count = property(lambda self: 1, lambda self, value: None, lambda self: log.append("deleted"))
print(writes(box, 300))
del box.count
print(log[-1])
del Box.count
print(writes(box, 300))
