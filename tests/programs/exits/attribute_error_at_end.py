# AttributeError with a suggestion.
class Thing:
    def __init__(self):
        self.length = 5
print(Thing().length)
print(Thing().lenght)
