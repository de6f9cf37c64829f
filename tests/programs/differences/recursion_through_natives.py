# difference: CPython counts calls that its C code makes more than once towards the recursion limit
# A class whose __init__ makes instances, and special methods that call themselves by way of the runtime: CPython's limit
# is reached after fewer calls, and the message names what was going on.
class Node:
    count = 0

    def __init__(self):
        Node.count += 1
        self.child = Node()


class Loop:
    def __repr__(self):
        return f"<{self!r}>"


try:
    Node()
except RecursionError as error:
    print(Node.count > 900, error)
try:
    repr(Loop())
except RecursionError as error:
    print(error)
