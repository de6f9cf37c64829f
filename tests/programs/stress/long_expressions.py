# wasm: yes
# Long chains of operators, deeply nested displays and calls.
print(1 + 2 * 3 - 4 // 2 + 5 % 3 ** 2 - -6 + +7 * ~8 & 0xFF | 16 ^ 3 << 2 >> 1)
print(((((((((((1 + 2) * 3) - 4) * 5) // 6) + 7) % 8) ** 2) - 9) * 10) // 11)
print("a" + "b" * 2 + "c" * 3 + ("d" + "e") * 2 + str(1 + 2) + repr("x") + f"{1 + 1}" + "%d" % 5)
print([[[[[[1], 2], 3], 4], 5], [[6, [7, [8, [9]]]]]], {1: {2: {3: {4: [5, (6, {7: 8})]}}}}, (((1,), 2), 3))
print(max(min(max(min(5, 3), 4), 10), sum([abs(-1), len("ab"), int("3"), round(2.6)])))
f = lambda x: lambda y: lambda z: x + y * z
print(f(1)(2)(3), [[i * j + k for k in range(2)] for i in range(2) for j in range(2)], (lambda: (lambda: (lambda: "deep")())())())
print(1 if 0 else 2 if 0 else 3 if 0 else 4 if 1 else 5, not not not 0, 1 < 2 < 3 < 4 > 3 > 2 >= 2 <= 2 == 2 != 3)
total = (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 +
         21 + 22 + 23 + 24 + 25 + 26 + 27 + 28 + 29 + 30)
print(total, "x".join(["a", "b"]).upper().lower().replace("x", "-").split("-")[0].center(5).strip().encode().decode())
d = {"a": [{"b": (1, 2, {"c": "found"})}]}
print(d["a"][0]["b"][2]["c"][1:3][0], d["a"][-1]["b"][:2][::-1], d.get("z", {}).get("y", "none"))
print(*[n for n in [1, 2, 3]], *(c for c in "ab"), *{"k": 1}, sep="", end="|\n")
a = b = c = [i for i in range(3)]
a[0], b[1], *c[2:] = 9, 8, 7
print(a, 0x_ff, 0b1010, 0o17, 1_000_000, 1e3, .5, 5., 1_0.5e-1_0, 0xdead_beef)
print((1).__add__(2).__mul__(3).__str__().__len__(), -2 ** 2, (-2) ** 2, 2 ** -1, not 1 == 2, 5 - -5, 5 - - - 5)
x = 10; x += x; x -= 3; x //= 2; x **= 2; x %= 7; x <<= 4; x |= 5; x ^= 1; x &= 0x3f; print(x)
print("yes" if "a" in "abc" and "d" not in "abc" or False else "no", [] or {} or 0 or "last", 1 and "x" and [2])
