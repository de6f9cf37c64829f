def unit():
    return "cm²"
