# __setattr__ and __delattr__ are put on a class, or its base, while loops write attributes.
# wasm: yes


class Base:
    pass


class State(Base):
    def __init__(self):
        self.n = 0


def hot(s, times):
    for i in range(times):
        s.n += i
    return s.n


def changing(s, times):
    for i in range(times):
        if i == 100:
            Base.__setattr__ = doubled
        elif i == 200:
            del Base.__setattr__
        s.n += 1
    return s.n


def doubled(self, name, value):
    object.__setattr__(self, name, value + 1)


def refuse(self, name, *value):
    raise AttributeError("refused " + name)


s = State()
print(hot(s, 300))
print(changing(s, 300))
State.__setattr__ = doubled
print(hot(s, 300), State().n)
State.__setattr__ = refuse
try:
    hot(s, 300)
except AttributeError as error:
    print(error)
try:
    State()
except AttributeError as error:
    print(error)
del State.__setattr__
print(hot(s, 300))
State.__delattr__ = refuse
try:
    del s.n
except AttributeError as error:
    print(error)
del State.__delattr__
del s.n
print(s.__dict__)
State.n = 7
print(hot(s, 10), s.__dict__, State.n)
