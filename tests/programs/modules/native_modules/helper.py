def names():
    from heapq import heappush
    import operator as op
    heap = []
    heappush(heap, 3)
    heappush(heap, 1)
    return heap, op.add(1, 2)
