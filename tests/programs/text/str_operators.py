# wasm: yes
# + * in and comparisons of str.
print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" + "", "é" + "日" + "😀", "x" * True)
print("a" in "cat", "at" in "cat", "" in "cat", "tac" in "cat", "é" in "café", "z" not in "cat", "😀" in "a😀")
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "日" < "😀", "a" <= "a", "b" >= "a")
print("abc" == "abc", "abc" != "abd", "a" == 1, "a" != None, "1" == 1)
for bad in (lambda: "a" + 1, lambda: "a" * 1.5, lambda: "a" - "b", lambda: 1 in "a", lambda: "a" * "b", lambda: "a" < 1,
            lambda: "a" / 2, lambda: -"a"):
    try:
        bad()
    except TypeError as error:
        print(error)
s = "x"
s += "y"
s *= 3
print(s)
big = "ab" * 1000
print(len(big), big.count("ba"), big == "ab" * 999 + "ab", hash("abc") == hash("ab" + "c"))
print("con" "cat" 'ena' """ted""", r"raw\n", "tab\tnew\\n", "\x41\u00e9\N{BULLET}\U0001F600\101")
