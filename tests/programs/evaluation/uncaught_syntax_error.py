# A SyntaxError of text that eval compiles ends the program: its own place is shown below the traceback.
# wasm: yes
def parse(text):
    return eval(text)


print(parse("1 + 1"))
parse("(1 + 2 * [3, 4)")
