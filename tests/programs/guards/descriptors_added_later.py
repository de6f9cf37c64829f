# Data and non-data descriptors appear on the class over attributes that loops use.
# wasm: yes


class Item:
    def __init__(self):
        self.v = 2


class NonData:
    def __get__(self, instance, owner):
        return 50


class Data(NonData):
    def __set__(self, instance, value):
        instance.__dict__["v"] = value * 3


class Deleting:
    def __delete__(self, instance):
        print("delete")


def hot(x, n):
    total = 0
    for i in range(n):
        x.v = x.v
        total += x.v
    return total


def reading(x, n):
    total = 0
    for i in range(n):
        total += x.v
    return total


def changing(x, n, descriptor):
    total = 0
    for i in range(n):
        if i == n // 2:
            Item.v = descriptor
        total += x.v
    del Item.v
    return total


x = Item()
print(hot(x, 300), reading(x, 300))
print(changing(x, 300, NonData()), changing(x, 300, Data()), changing(x, 300, 7))
Item.v = NonData()
print(hot(x, 300), reading(Item.__new__(Item), 300))
Item.v = Data()
print(hot(x, 5), x.__dict__)
x.v = 1
print(reading(x, 300), x.__dict__)
del Item.v
print(reading(x, 300))
Item.v = Deleting()
try:
    print(reading(x, 300))
except AttributeError as error:
    print(error)
del Item.v
NonData.__set__ = lambda self, instance, value: None
Item.v = NonData()
print(reading(x, 300))
del NonData.__set__
print(reading(x, 300))
NonData.__get__ = lambda self, instance, owner: 0.25
del x.v
print(reading(x, 300))
