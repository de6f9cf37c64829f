"""The text that `=` shows in an f-string is decoded as the rest of the string is, but not in a format specification."""
value, width = "x", 4
print(f"{'l1\nl2' =}", f"{ '\x41' =}", f'''{ "\t" =}''', rf"{ '\n' =}")
print(f"{'\N{DIGIT ONE}' =!s:>20}", f"{value =:>{width}}")
print(f"{value  # a comment
 =}")
print(f"""{'a\\x41'  # com\x41ment
  =}""")
print(f"{value:{'\x3e'}{width}}")
