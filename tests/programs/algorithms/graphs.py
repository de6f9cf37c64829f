# wasm: yes
# Breadth first, depth first, topological order, Dijkstra, union-find, Floyd.
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}
def bfs(start):
    seen, queue, order = {start}, [start], []
    while queue:
        n = queue.pop(0)
        order.append(n)
        for m in graph[n]:
            if m not in seen:
                seen.add(m)
                queue.append(m)
    return order
def dfs(n, seen=None):
    seen = seen if seen is not None else []
    if n not in seen:
        seen.append(n)
        for m in graph[n]: dfs(m, seen)
    return seen
def topological(g):
    indegree = {n: 0 for n in g}
    for n in g:
        for m in g[n]: indegree[m] += 1
    ready = [n for n in g if not indegree[n]]
    while ready:
        n = ready.pop()
        yield n
        for m in g[n]:
            indegree[m] -= 1
            if not indegree[m]: ready.append(m)
print(bfs("a"), dfs("a"), list(topological(graph)))
def paths(a, b):
    if a == b:
        yield [b]
    for n in graph[a]:
        for p in paths(n, b): yield [a] + p
print(list(paths("a", "f")))
edges = {("s", "a"): 7, ("s", "b"): 2, ("b", "a"): 3, ("a", "t"): 1, ("b", "t"): 8}
def dijkstra(source):
    dist, todo = {source: 0}, {source}
    while todo:
        n = min(todo, key=lambda x: (dist[x], x))
        todo.remove(n)
        for (u, v), w in edges.items():
            if u == n and dist[n] + w < dist.get(v, float("inf")):
                dist[v] = dist[n] + w
                todo.add(v)
    return dist
print(sorted(dijkstra("s").items()))
class UnionFind:
    def __init__(self, n): self.p = list(range(n))
    def find(self, x):
        while self.p[x] != x:
            self.p[x] = self.p[self.p[x]]
            x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        self.p[a] = b
        return True
uf = UnionFind(10)
print([uf.union(a, b) for a, b in ((1, 2), (3, 4), (2, 3), (1, 4), (9, 0))], len({uf.find(i) for i in range(10)}))
INF = float("inf")
d = [[0, 3, INF, 7], [8, 0, 2, INF], [5, INF, 0, 1], [2, INF, INF, 0]]
for k in range(4):
    for i in range(4):
        for j in range(4):
            if d[i][k] + d[k][j] < d[i][j]: d[i][j] = d[i][k] + d[k][j]
print(d)
maze = ["S.#.", "..#.", "#...", "..#E"]
def solve():
    start = next((r, c) for r, row in enumerate(maze) for c, x in enumerate(row) if x == "S")
    queue, came = [start], {start: None}
    for r, c in queue:
        if maze[r][c] == "E":
            path = [(r, c)]
            while came[path[-1]]: path.append(came[path[-1]])
            return path[::-1]
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            p = r + dr, c + dc
            if 0 <= p[0] < 4 and 0 <= p[1] < 4 and maze[p[0]][p[1]] != "#" and p not in came:
                came[p] = (r, c)
                queue.append(p)
print(solve())
