class LanguageError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")


class TokenError(LanguageError):
    pass


class ParseError(LanguageError):
    pass


class RunError(LanguageError):
    pass
