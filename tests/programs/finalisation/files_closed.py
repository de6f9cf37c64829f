# A file that is dropped is closed and its text written.
def write(text):
    f = open("out.txt", "w")
    f.write(text)
write("not closed explicitly")
print(open("out.txt").read())
def gen():
    with open("out.txt") as f:
        yield f
        yield "never"
g = gen()
f = next(g)
print(f.closed)
del g
print(f.closed)
open("out.txt", "w").write("again")
print(open("out.txt").read())
files = [open("out.txt") for _ in range(50)]
print(len(files), files[-1].read())
files.clear()
last = open("last.txt", "w")
last.write("x" * 10)
last.flush()
print(open("last.txt").read())
