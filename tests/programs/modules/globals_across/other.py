x = "other x"
def get(): return x
def install(namespace, name, value): namespace[name] = value
