"""A set on the left of `in` stands for the frozenset; what the methods are given must be hashable."""
numbers = {1, 2, frozenset((1,))}
print({1} in numbers, {3} in numbers)
for name in ("issuperset", "issubset", "isdisjoint", "union", "intersection", "difference", "symmetric_difference"):
    for items in [{1}], ({3}, 1), iter([1, {1}]), {(): {2}}.values(), [9, {1}]:
        try:
            print(name, sorted(getattr(numbers, name)(items), key=str) if name[:2] != "is" else getattr(numbers, name)(items))
        except TypeError as error:
            print(name, error)
for name in ("add", "discard", "remove", "update", "intersection_update", "difference_update", "symmetric_difference_update"):
    changed = {1, 2, frozenset((1,))}
    try:
        getattr(changed, name)([{1}] if "update" in name else {1})
    except (TypeError, KeyError) as error:
        print(name, type(error).__name__, error)
    print(sorted(changed, key=str))
