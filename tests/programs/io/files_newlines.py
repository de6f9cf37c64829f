# Line ends: universal newlines when reading, kept when writing; long lines.
with open("n.txt", "w", newline="") as f:
    f.write("unix\nwindows\r\nmac\rend")
with open("n.txt") as f:
    print(f.readlines())
with open("n.txt", newline="") as f:
    print(f.readlines())
with open("n.txt", newline="\n") as f:
    print(repr(f.read()))
with open("long.txt", "w") as f:
    for i in range(2000):
        f.write(f"{i}:" + "x" * (i % 90) + "\n")
total = lines = 0
with open("long.txt") as f:
    for line in f:
        n, rest = line.split(":")
        assert len(rest) == int(n) % 90 + 1
        total += int(n)
        lines += 1
print(lines, total)
with open("long.txt") as f:
    text = f.read()
print(len(text), text.count("\n"), text[:20].splitlines())
with open("one.txt", "w") as f:
    f.write("é" * 10000)
print(len(open("one.txt").read()), open("one.txt").read(5))
