# wasm: yes
# Annotations as the text that CPython makes of them.
from __future__ import annotations

a0: int
a1: list[int]
a2: dict[str, list[int]]
a3: int | None
a4: "quoted 'x'"
a5: u'u'
a6: b'by\x00'
a7: 1
a8: 1.5
a9: 1e400
a10: -1e400
a11: 1e400j
a12: 2j
a13: ...
a14: None
a15: True
a16: a.b.c
a17: 1 .real
a18: 1.0.real
a19: (1).real
a20: f(x)
a21: f(x, *y, k=1, **z)
a22: f(*a)
a23: f(x for x in y)
a24: f((x for x in y), 1)
a25: f(k=(x for x in y))
a26: x if y else z
a27: (x if y else z) if (a if b else c) else (d if e else f)
a28: lambda: 0
a29: lambda x: x
a30: lambda x, y=1, *a, z, w=2, **k: x
a31: lambda *a: a
a32: lambda *, k: k
a33: lambda **k: k
a34: lambda a, /, b: a
a35: lambda a=1, /: a
a36: (lambda: 0)()
a37: [lambda: 0, 1]
a38: not x
a39: not not x
a40: not (x and y)
a41: x and y or z
a42: x and (y or z)
a43: (x or y) and z
a44: x or y or z
a45: (x or y) or z
a46: x < y < z
a47: (x < y) < z
a48: x < (y < z)
a49: x is not y
a50: x not in y
a51: not x in y
a52: -x
a53: --x
a54: -(x + y)
a55: -x ** 2
a56: (-x) ** 2
a57: x ** -y
a58: x ** y ** z
a59: (x ** y) ** z
a60: x + y - z
a61: x + (y - z)
a62: x - (y + z)
a63: x * y / z // w % v @ u
a64: x * (y * z)
a65: x << y >> z
a66: x | y ^ z & w
a67: (x | y) & z
a68: ~x
a69: ~(~x)
a70: +x
a71: ()
a72: (1,)
a73: (1, 2)
a74: ((1, 2), 3)
a75: [1, 2]
a76: []
a77: {1, 2}
a78: {}
a79: {1: 2, **x}
a80: {**a, 'b': 1}
a81: {**(a or b)}
a82: {**(a | b)}
a83: {**(a < b)}
a84: [*a, *b]
a85: [*(a or b)]
a86: (*a, b)
a87: x[1]
a88: x[1, 2]
a89: x[()]
a90: x[(1,)]
a91: x[1:2]
a92: x[:]
a93: x[1:]
a94: x[:2]
a95: x[::2]
a96: x[1:2:3]
a97: x[1:2, ::3]
a98: x[a, *b]
a99: x[*a]
a100: x[(1, 2):3]
a101: x[lambda: 0]
a102: x[a if b else c]
a103: (a, b)[0]
a104: [a for a in b]
a105: [a for a in b if c if d for e in f]
a106: [a for a, b in c]
a107: [a for a in (b if c else d)]
a108: [a for a in b if (c if d else e)]
a109: [(a, b) for a in b]
a110: {a for a in b}
a111: {a: b for a, b in c}
a112: (a for a in b)
a113: (a for a in b).send
a115: f'x'
a116: f'x{y}z'
a117: f'{x!r}'
a118: f'{x:>10}'
a119: f'{x!s:{w}.{p}}'
a120: f'{{}}'
a121: f'{ {1: 2} }'
a122: f"{'a'}"
a123: f"it's {x}"
a124: f"{x + y}"
a125: f"{x, y}"
a126: f"{lambda_}"
a127: f"{(lambda: 0)}"
a128: f'{x}' 'y' f'{z}'
a129: f'\n{x}'
a130: 'a' 'b'
a131: "tab\there"
a132: "é ü 😀 \u200b \udc80"
a133: x.y[z](w).v
a134: (a + b).c
a135: (a + b)[c]
a136: (a + b)(c)
a137: (-a).b
a138: -a.b
a139: await_
a140: x == y != z >= w <= v > u
a141: 1_000_000
a142: 0x1F
a143: 123456789012345678901234567890
a144: 1e100
a145: 1e16
a146: 1.0
a147: 0.1
a148: 1e-7
a149: x[1][2]
a150: not x == y
a151: x if not y else z
a152: [*a]
a153: print(*a, sep='')
a154: a @ b

for name, text in __annotations__.items():
    print(name, ascii(text))


def f(a: int, b: list[str] = [], /, *args: tuple[int, ...], c: x if y else z = 1, **kwargs: not_defined) -> Missing | None:
    local: also.missing = 1
    return local


print(f.__annotations__, f(1))


def g(*args: *Ts):
    pass


print(g.__annotations__)


class C:
    field: list[C]
    other: "quoted" = 1
    __private: int

    def method(self, other: C) -> C:
        self.attribute: undefined.thing = 3
        return self


print(C.__annotations__, C.method.__annotations__, C().method(1).attribute)
(grouped): int = 1
print("grouped" in __annotations__)
