# wasm: yes
# Properties, descriptors and __getattr__ in the way of an attribute.
class Descriptor:
    def __get__(self, instance, owner):
        raise KeyError("descriptor")

    def __set__(self, instance, value):
        raise ValueError(f"cannot set {value}")

    def __delete__(self, instance):
        raise TypeError("cannot delete")


class Thing:
    attribute = Descriptor()

    @property
    def read_only(self):
        return self.missing_inside

    def __getattr__(self, name):
        if name.startswith("dynamic"):
            return {}[name]
        raise AttributeError(f"custom text for {name}")


class Guarded:
    def __getattribute__(self, name):
        raise RuntimeError(f"no {name}")

    def __setattr__(self, name, value):
        raise LookupError(name)


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def store():
    Thing().attribute = 1


def delete():
    del Thing().attribute


def store_read_only():
    Thing().read_only = 1


def store_guarded():
    Guarded().x = 1


raise ExceptionGroup(
    "attributes",
    [
        attempt(lambda: Thing().attribute),
        attempt(store),
        attempt(delete),
        attempt(lambda: Thing().read_only),
        attempt(store_read_only),
        attempt(lambda: Thing().dynamic_name),
        attempt(lambda: Thing().other_name),
        attempt(lambda: Guarded().anything),
        attempt(store_guarded),
        attempt(lambda: Thing().read_only.more),
        attempt(lambda: Thing().method(1, 2)),
        attempt(lambda: Guarded().method(1)),
    ],
)
