print("molt-parse")
