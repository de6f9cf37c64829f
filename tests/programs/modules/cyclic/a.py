print("a starts")
value = "early a"
import b
print("a sees b:", b.value)
value = "a"
def use_b(): return "a uses " + b.value
