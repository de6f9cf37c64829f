# Exceptions and lifetimes: tracebacks keep locals, __del__ that raises is reported and ignored.
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
def swallow():
    r = R("swallow")
    try:
        1 / 0
    except ZeroDivisionError:
        print("caught")
    print("leaving")
swallow()
print("after swallow")
class E(Exception):
    def __del__(self): print("exception deleted")
try:
    raise E
except E:
    print("caught E")
print("after E")
try:
    raise E
except E as e:
    print("caught E as e")
print("after E as e")
def return_in_finally():
    r = R("finally")
    try:
        raise E
    finally:
        return 5
print(return_in_finally())
for i in range(2):
    try:
        r = R(f"loop{i}")
        raise KeyError(i)
    except KeyError:
        pass
r = None
print("end")
