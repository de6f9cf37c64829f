inner_value = 1
