# wasm: yes
# Columns count characters, not bytes.
def größe(länge):
    return länge.höhe


def attempt(operation):
    try:
        operation()
    except Exception as error:
        return error


π = 3
raise ExceptionGroup(
    "Zeichen: äöü 漢字 🎉",
    [
        attempt(lambda: "äöü" + π),
        attempt(lambda: größe(π)),
        attempt(lambda: ["漢字", "🎉"][π]),
        attempt(lambda: {"ключ": 1}["ключи"]), attempt(lambda: "é" * 2 - "è"),
        attempt(lambda: π.größe + "漢" if "🎉" else 0),
        attempt(lambda: ("🎉🎉" + (π))),
        attempt(lambda: int("١x")),
        attempt(lambda: µ),
    ],
)
