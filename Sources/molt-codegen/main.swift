print("molt-codegen")
