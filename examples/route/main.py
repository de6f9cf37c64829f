# wasm: yes
# bench: 220
"""Shortest routes over a generated landscape: Dijkstra and A* with a heap of our own, and dictionaries.

usage: main.py [SIZE]      (default 24)
"""
import sys

from landscape import Landscape
from search import astar, dijkstra, path_to


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    land = Landscape(size, seed=7)
    start, goal = land.corners()
    distances, came_from = dijkstra(land, start)
    print(f"{size} x {size}: {len(distances)} places can be reached")
    route = path_to(came_from, goal)
    print(f"cost {distances[goal]}, {len(route)} steps, {len([p for p in route if land.height(p) > 6])} of them high")
    cost, steps, visited = astar(land, start, goal)
    assert cost == distances[goal], (cost, distances[goal])
    print(f"A* visited {visited} places for {steps} steps")
    farthest = max(distances, key=lambda p: (distances[p], p))
    print("farthest", farthest, distances[farthest])
    checksum = 0
    for place in sorted(distances):
        checksum = (checksum * 31 + distances[place]) % 1000000007
    print("checksum", checksum)
    if size <= 40:
        print(land.drawing(set(route)))
    try:
        astar(land, start, (-1, -1))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
