# wasm: yes
# Linked lists, trees, stacks, queues, heaps written as classes.
class TreeNode:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None
class Tree:
    def __init__(self, keys=()):
        self.root, self.size = None, 0
        for k in keys: self.insert(k)
    def insert(self, key):
        if self.root is None:
            self.root = TreeNode(key)
        else:
            node = self.root
            while True:
                if key == node.key: return False
                side = "left" if key < node.key else "right"
                child = getattr(node, side)
                if child is None:
                    setattr(node, side, TreeNode(key))
                    break
                node = child
        self.size += 1
        return True
    def __iter__(self): return self._walk(self.root)
    def _walk(self, node):
        if node:
            yield from self._walk(node.left)
            yield node.key
            yield from self._walk(node.right)
    def __contains__(self, key):
        node = self.root
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None
    def __len__(self): return self.size
    def height(self, node=0):
        node = self.root if node == 0 else node
        return 0 if node is None else 1 + max(self.height(node.left), self.height(node.right))
t = Tree([5, 2, 8, 1, 9, 3, 5])
print(list(t), len(t), 8 in t, 7 in t, t.height(), t.insert(2), t.insert(7))
class Heap:
    def __init__(self): self.a = []
    def push(self, x):
        a = self.a; a.append(x); i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]:
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2
    def pop(self):
        a = self.a; a[0], a[-1] = a[-1], a[0]; x = a.pop(); i = 0
        while True:
            c = min((j for j in (2 * i + 1, 2 * i + 2) if j < len(a)), key=lambda j: a[j], default=None)
            if c is None or a[i] <= a[c]: return x
            a[i], a[c] = a[c], a[i]; i = c
h = Heap()
for x in [5, 3, 8, 1, 9, 2, 7]: h.push(x)
print([h.pop() for _ in range(7)])
class Queue:
    def __init__(self): self.front, self.back = [], []
    def put(self, x): self.back.append(x); return self
    def get(self):
        if not self.front:
            self.front = self.back[::-1]; self.back = []
        return self.front.pop()
q = Queue().put(1).put(2).put(3)
print(q.get(), q.put(4).get(), q.get(), q.get())
try:
    q.get()
except IndexError as error:
    print(error)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __eq__(self, o): return self.rows == o.rows
    def __repr__(self): return f"Matrix({self.rows})"
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]
m = Matrix([[1, 1], [1, 0]])
r = m
for _ in range(20): r = r @ m
print(r, r[0, 1], m @ m == Matrix([[2, 1], [1, 1]]))
class LRU:
    def __init__(self, cap): self.cap, self.d = cap, {}
    def get(self, k):
        if k not in self.d: return None
        self.d[k] = self.d.pop(k)
        return self.d[k]
    def put(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        if len(self.d) > self.cap: del self.d[next(iter(self.d))]
c = LRU(2); c.put("a", 1); c.put("b", 2); c.get("a"); c.put("c", 3)
print(c.d, c.get("b"))
