print("late", __name__)
value = 5
