# KeyboardInterrupt ends the program as the signal would.
def work():
    try:
        raise KeyboardInterrupt
    finally:
        print("cleaned up")


work()
