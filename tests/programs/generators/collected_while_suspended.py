# The collector goes through generators that are suspended behind operations whose temporary values have ended.
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def names(self):
        return [self.name]


def pairs(nodes):
    for node in nodes:
        yield node.name, sorted(node.names() + [str(len(node.names()))])


def filtered(nodes):
    for node in nodes:
        if (yield [part for part in node.names()]) is None and not node.names():
            return


def run():
    nodes = [Node(f"n{index}") for index in range(3)]
    first = pairs(nodes)
    second = filtered(nodes)
    print(next(first), next(second))
    del nodes
    for _ in range(3):
        garbage = Node("g")
        garbage.list = [[index] for index in range(50)]
        del garbage
        gc.collect()
    print(next(first), next(second))
    gc.collect()
    print(list(first), second.send(1))
    second.close()
    gc.collect()


namespace = {}
exec(
    """
def gen(x):
    for i in range(x):
        yield i, sorted(str(i).split(chr(32)))
g = gen(3)
first = next(g)
class C:
    q = 1
""",
    namespace,
)
run()
print(namespace["first"], gc.collect() >= 0)
print(list(namespace["g"]))
