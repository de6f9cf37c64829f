print("molt-lower")
