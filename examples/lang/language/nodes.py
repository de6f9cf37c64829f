"""The tree. Fields are given by name in `fields`; every node knows its line."""


class Node:
    fields = ()

    def __init__(self, line, *values):
        assert len(values) == len(self.fields), (type(self).__name__, values)
        self.line = line
        for name, value in zip(self.fields, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(repr(getattr(self, f)) for f in self.fields)})"


def node(name, *fields):
    """A new class of nodes."""
    return type(name, (Node,), {"fields": fields})


Literal = node("Literal", "value")
Name = node("Name", "name")
ListDisplay = node("ListDisplay", "items")
RecordDisplay = node("RecordDisplay", "members")
Unary = node("Unary", "operator", "operand")
Binary = node("Binary", "operator", "left", "right")
Logical = node("Logical", "operator", "left", "right")
Call = node("Call", "callee", "arguments")
Index = node("Index", "object", "index")
Member = node("Member", "object", "name")
Function = node("Function", "name", "parameters", "body")
Let = node("Let", "name", "value")
Assign = node("Assign", "target", "value")
If = node("If", "condition", "then", "otherwise")
While = node("While", "condition", "body")
For = node("For", "name", "iterable", "body")
Return = node("Return", "value")
Break = node("Break")
Continue = node("Continue")
Print = node("Print", "values")
Expression = node("Expression", "value")
