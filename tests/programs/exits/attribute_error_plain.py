# AttributeError without a suggestion.
class Thing:
    pass
print(Thing().completely_different)
