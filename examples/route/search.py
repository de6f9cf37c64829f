"""Searches over anything that has neighbours(place)."""
from heap import Heap


def dijkstra(land, start):
    """Costs from start to every place that can be reached, and from where each was reached."""
    distances = {start: 0}
    came_from = {start: None}
    done = set()
    heap = Heap()
    heap.push(0, start)
    while heap:
        distance, place = heap.pop()
        if place in done:
            continue
        done.add(place)
        for other, cost in land.neighbours(place):
            total = distance + cost
            if other not in distances or total < distances[other]:
                distances[other] = total
                came_from[other] = place
                heap.push(total, other)
    return distances, came_from


def path_to(came_from, place):
    path = []
    while place is not None:
        path.append(place)
        place = came_from[place]
    return path[::-1]


def astar(land, start, goal):
    """Cost, number of steps and number of places visited of the best way; ValueError when there is none."""
    def guess(place):
        return abs(place[0] - goal[0]) + abs(place[1] - goal[1])

    costs = {start: 0}
    steps = {start: 0}
    visited = set()
    heap = Heap()
    heap.push(guess(start), start)
    while heap:
        _, place = heap.pop()
        if place == goal:
            return costs[place], steps[place], len(visited)
        if place in visited:
            continue
        visited.add(place)
        for other, cost in land.neighbours(place):
            total = costs[place] + cost
            if total < costs.get(other, float("inf")):
                costs[other] = total
                steps[other] = steps[place] + 1
                heap.push(total + guess(other), other)
    raise ValueError(f"no way from {start} to {goal}")
