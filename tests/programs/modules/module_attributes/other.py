"""Doc of other."""
x = 1
def read_x(): return x
def is_main(): return __name__ == "__main__"
