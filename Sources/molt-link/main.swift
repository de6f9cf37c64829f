print("molt-link")
