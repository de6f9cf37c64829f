class JSONError(ValueError):
    """A text that is not JSON; line and column count from one."""

    def __init__(self, message, text, position):
        self.line = text.count("\n", 0, position) + 1
        self.column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message} at line {self.line} column {self.column}")
