print("fails starts")
raise ValueError("at import")
