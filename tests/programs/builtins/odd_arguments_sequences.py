# Every method of list, tuple, range and slice called with odd arguments and keywords: results and messages.
# wasm: yes
class Odd:
    def __repr__(self): return 'Odd()'


argument_lists = [
    (), (None,), (1,), (-1,), ('a',), (b'a',), (1.5,), ([],), ((1, 2),), ({'k': 1},), (Odd(),), (2**70,), (True,),
    (1, 2), ('a', 'b'), (b'a', b'b'), (None, None), (1, 'a'), ('a', 1), (b'a', 1), (1, 2, 3), ('a', 'b', 'c'), ('a', 1, 2),
    ('a', None, None), (1, 2, 3, 4), ('a', 'b', 1, 2, 3)]
skip = {'__class__', '__doc__', '__dir__', '__init_subclass__', '__subclasshook__', '__sizeof__', '__new__', '__init__',
        '__reduce__', '__reduce_ex__', '__getstate__', '__getattribute__', '__hash__', '__module__', '__class_getitem__',
        '__buffer__', '__release_buffer__', '__iter__', '__reversed__', '__rmul__', '__mul__', '__imul__', '__getitem__'}


def outcome(f, *args, **keywords):
    try:
        result = f(*args, **keywords)
    except BaseException as e:
        # Which of two names a function has in this message depends on how it was looked up.
        return 'no keywords' if 'takes no keyword arguments' in str(e) else f'{type(e).__name__}: {e}'
    text = repr(result) if not isinstance(result, (set, frozenset)) else f'{type(result).__name__} {sorted(result, key=repr)}'
    if ' at 0x' in text: text = text[:text.index(' at 0x')]
    return text if len(text) < 200 else f'{len(text)} characters'


def shown(value):
    return f'{type(value).__name__} {sorted(value, key=repr)}' if isinstance(value, (set, frozenset)) else repr(value)


def walk(make):
    value = make()
    kind = type(value).__name__
    for name in sorted(dir(value)):
        if name in skip: continue
        attribute = getattr(value, name)
        if not callable(attribute):
            print(kind, name, attribute)
            continue
        seen = {}
        for args in argument_lists:
            target = make()
            text = outcome(getattr(target, name), *args)
            after = shown(target)
            if after != shown(value): text += ' => ' + after
            seen.setdefault(text, []).append(args)
        seen.setdefault(outcome(getattr(make(), name), nothing=1), []).append('nothing=1')
        seen.setdefault(outcome(getattr(make(), name), 1, nothing=1), []).append('1, nothing=1')
        for text, lists in seen.items():
            print(f'{value!r}.{name}', lists[0] if len(lists) == 1 else f'{lists[0]} and {len(lists) - 1} more', '->', text)


walk(lambda: [1, 2, 3])
walk(lambda: [])
walk(lambda: (1, 2, 3))
walk(lambda: range(1, 10, 3))
walk(lambda: slice(1, 5, 2))
