print("b starts")
import a
print("b sees a:", a.value, hasattr(a, "use_b"))
value = "b"
def use_a(): return "b uses " + a.value
