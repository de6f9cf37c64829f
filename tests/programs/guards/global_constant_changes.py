# Globals that look like constants change their type and size under a running loop.
# wasm: yes

N = 300
STEP = 2
NAME = "n"


def hot():
    total = 0
    i = 0
    while i < N:
        total += STEP
        i += 1
    return total


def changing():
    global STEP
    out = []
    for i in range(8):
        STEP = [1, 2.5, 2 ** 47, 2 ** 63, True, -1, 1 + 2j, 0][i]
        out.append(hot())
    return out


print(hot())
print(changing())
N = 10.5
STEP = 1
print(hot())
N = True
print(hot())
N = 2 ** 70
STEP = 1


def stop_in_loop(limit):
    global N
    i = 0
    while i < N:
        i += 1
        if i == limit:
            N = 0
    return i


print(stop_in_loop(500))
N = "300"
try:
    hot()
except TypeError as error:
    print(error)
N = 3
STEP = None
try:
    hot()
except TypeError as error:
    print(error)


class Always:
    def __init__(self):
        self.left = 5

    def __gt__(self, other):
        self.left -= 1
        return self.left >= 0


N = Always()
STEP = 1
print(hot())
