import d
result = f"c with {d.error_text}"
later = 1
