# args: one "two words" é -x --flag=1 ''
# wasm: yes
# Arguments of the program.
import sys
print(len(sys.argv), sys.argv[1:])
for i, a in enumerate(sys.argv[1:]):
    print(i, repr(a), len(a))
print(type(sys.argv), sys.argv[-1] == "")
sys.argv.append("more")
print(sys.argv[-1])
