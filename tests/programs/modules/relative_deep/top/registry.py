items = []
def add(name): items.append(name)
