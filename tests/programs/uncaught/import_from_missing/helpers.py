def calculate_total(values):
    return sum(values)
