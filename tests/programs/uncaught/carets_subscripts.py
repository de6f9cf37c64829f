# wasm: yes
# A failing subscript has its brackets marked.
def report(operation):
    try:
        operation()
    except (TypeError, LookupError) as error:
        return error


row = [1, 2, 3]
table = {"rows": [row], "name": "t"}
n = 7
errors = [
    report(lambda: row[5]),
    report(lambda: row[ 5 ]),
    report(lambda: row [5]),
    report(lambda: table["rows"][0][n]),
    report(lambda: table["rows"][n][0]),
    report(lambda: table["nothing"][n][0]),
    report(lambda: (row)[n]),
    report(lambda: [1, 2][n]),
    report(lambda: (lambda: row)()[n]),
    report(lambda: row["a" + "b"]),
    report(lambda: row[1:"x"]),
    report(lambda: row[n][n]),
    report(lambda: n[0]),
    report(lambda: None[0]),
]
more = [
    report(lambda: table[row]),
    report(lambda: table["rows"][0, 1]),
    report(lambda: table[f"{n}"]),
    report(lambda: "text"[row[n]]),
    report(lambda: "text"[row[0] + n]),
    report(lambda: {}[1] + 2),
    report(lambda: 2 + {}[1]),
    report(lambda: table["]"]),
    report(lambda: table["["]["]"]),
]
raise ExceptionGroup("subscripts", errors) from ExceptionGroup("more subscripts", more)
