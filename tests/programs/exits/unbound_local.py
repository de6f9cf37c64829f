# UnboundLocalError ends the program.
total = 5
def add(n):
    total += n
add(1)
