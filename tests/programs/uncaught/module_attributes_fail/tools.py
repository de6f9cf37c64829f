helper = 1


class Helper:
    def __getattr__(self, name):
        raise AttributeError(f"{type(self).__module__} has no {name}", name=name, obj=self)


def run(module):
    return module.helper.missing


def __getattr__(name):
    if name.startswith("lazy"):
        return {}[name]
    if name.startswith("broken"):
        raise RuntimeError(f"broken {name}")
    raise AttributeError(f"module 'tools' has no attribute {name!r}", name=name, obj=Helper)
