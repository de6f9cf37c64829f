print("looped loaded")
n = 7
