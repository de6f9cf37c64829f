class Environment:
    """Variables of a scope; look-ups go outwards."""

    def __init__(self, outer=None):
        self.variables = {}
        self.outer = outer

    def define(self, name, value):
        self.variables[name] = value

    def find(self, name):
        """The scope that holds the name, or None."""
        scope = self
        while scope is not None:
            if name in scope.variables:
                return scope
            scope = scope.outer
        return None
