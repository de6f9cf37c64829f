# stdin: Alice\n42\n\nrest
# input: prompt, empty line, end of file.
name = input("name? ")
age = int(input())
print(name, age, repr(input("empty: ")), repr(input()))
try:
    input("more? ")
except EOFError as error:
    print()
    print("EOF", error)
