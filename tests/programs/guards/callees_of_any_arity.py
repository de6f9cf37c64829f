# wasm: yes
# Values of many kinds are called with one argument: functions with defaults, *args, keyword-only parameters, wrong ones.


def one(x):
    return x + 1


def two(x, y=10):
    return x + y


def three(x, y=1, *rest, z=100):
    return x + y + z + len(rest)


def none():
    return 0


def only_keyword(*, x):
    return x


class Called:
    def __call__(self, x, extra=1000):
        return x + extra


class A:
    def work(self, x):
        return x


class B:
    def work(self, x, y=2):
        return x * y


class C:
    def work(self, *everything):
        return len(everything)


class D:
    @staticmethod
    def work(x):
        return -x


class E:
    def work(self):
        return 0


def each(callees, n):
    results = []
    for callee in callees:
        try:
            for i in range(n):
                result = callee(i)
            results.append(result)
        except TypeError as error:
            results.append(str(error))
    return results


def methods(objects, n):
    results = []
    for item in objects:
        try:
            for i in range(n):
                result = item.work(i)
            results.append(result)
        except TypeError as error:
            results.append(str(error))
    return results


for result in each([one, two, three, none, only_keyword, Called(), abs, str, lambda x, y=5: x * y, A().work, B().work], 20):
    print(result)
for result in methods([A(), B(), C(), D(), E(), A(), B()], 20):
    print(result)
