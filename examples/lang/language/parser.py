"""Recursive descent with precedence levels."""
from . import nodes
from .errors import ParseError

LEVELS = [("==", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "/", "%")]


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.index = 0

    @property
    def token(self):
        return self.tokens[self.index]

    def accept(self, *kinds):
        token = self.tokens[self.index]
        if token.kind in kinds:
            self.index += 1
            return token
        return None

    def expect(self, kind):
        token = self.accept(kind)
        if token is None:
            raise ParseError(f"expected {kind!r}, found {self.token.kind!r}", self.token.line)
        return token

    def program(self):
        statements = []
        while self.token.kind != "end":
            statements.append(self.statement())
        return statements

    def block(self):
        self.expect("{")
        statements = []
        while not self.accept("}"):
            statements.append(self.statement())
        return statements

    def statement(self):
        token = self.token
        method = getattr(self, "statement_" + token.kind, None) if token.kind.isalpha() else None
        if method is not None:
            self.index += 1
            return method(token.line)
        value = self.expression()
        if self.accept("="):
            if not isinstance(value, (nodes.Name, nodes.Index, nodes.Member)):
                raise ParseError("cannot assign to this", token.line)
            return nodes.Assign(token.line, value, self.expression())
        return nodes.Expression(token.line, value)

    def statement_let(self, line):
        name = self.expect("name").value
        self.expect("=")
        return nodes.Let(line, name, self.expression())

    def statement_func(self, line):
        if self.token.kind == "name":
            name = self.expect("name").value
            return nodes.Let(line, name, self.function(line, name))
        self.index -= 1
        return nodes.Expression(line, self.expression())

    def statement_if(self, line):
        condition = self.expression()
        then = self.block()
        otherwise = []
        if self.accept("else"):
            otherwise = [self.statement()] if self.token.kind == "if" else self.block()
        return nodes.If(line, condition, then, otherwise)

    def statement_while(self, line):
        return nodes.While(line, self.expression(), self.block())

    def statement_for(self, line):
        name = self.expect("name").value
        self.expect("in")
        return nodes.For(line, name, self.expression(), self.block())

    def statement_return(self, line):
        return nodes.Return(line, nodes.Literal(line, None) if self.token.kind == "}" else self.expression())

    def statement_break(self, line):
        return nodes.Break(line)

    def statement_continue(self, line):
        return nodes.Continue(line)

    def statement_print(self, line):
        return nodes.Print(line, self.expressions())

    def expressions(self):
        values = [self.expression()]
        while self.accept(","):
            values.append(self.expression())
        return values

    def expression(self):
        left = self.conjunction()
        while token := self.accept("or"):
            left = nodes.Logical(token.line, "or", left, self.conjunction())
        return left

    def conjunction(self):
        left = self.negation()
        while token := self.accept("and"):
            left = nodes.Logical(token.line, "and", left, self.negation())
        return left

    def negation(self):
        if token := self.accept("not"):
            return nodes.Unary(token.line, "not", self.negation())
        return self.binary(0)

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while token := self.accept(*LEVELS[level]):
            left = nodes.Binary(token.line, token.kind, left, self.binary(level + 1))
        return left

    def unary(self):
        if token := self.accept("-"):
            return nodes.Unary(token.line, "-", self.unary())
        return self.postfix()

    def postfix(self):
        value = self.primary()
        while token := self.accept("(", "[", "."):
            if token.kind == "(":
                value = nodes.Call(token.line, value, self.until(")"))
            elif token.kind == "[":
                # A list on the next line begins a statement of its own.
                value = nodes.Index(token.line, value, self.expression())
                self.expect("]")
            else:
                value = nodes.Member(token.line, value, self.expect("name").value)
        return value

    def until(self, closing):
        if self.accept(closing):
            return []
        values = self.expressions()
        self.expect(closing)
        return values

    def primary(self):
        token = self.token
        self.index += 1
        match token.kind:
            case "number" | "text":
                return nodes.Literal(token.line, token.value)
            case "true" | "false" | "nil":
                return nodes.Literal(token.line, {"true": True, "false": False, "nil": None}[token.kind])
            case "name":
                return nodes.Name(token.line, token.value)
            case "(":
                value = self.expression()
                self.expect(")")
                return value
            case "[":
                return nodes.ListDisplay(token.line, self.until("]"))
            case "{":
                return self.record(token.line)
            case "func":
                return self.function(token.line, "anonymous")
            case kind:
                raise ParseError(f"unexpected {kind!r}", token.line)

    def record(self, line):
        members = {}
        while not self.accept("}"):
            name = self.expect("name").value
            self.expect(":")
            members[name] = self.expression()
            if self.token.kind != "}":
                self.expect(",")
        return nodes.RecordDisplay(line, members)

    def function(self, line, name):
        self.expect("(")
        parameters = []
        while not self.accept(")"):
            parameters.append(self.expect("name").value)
            if self.token.kind != ")":
                self.expect(",")
        return nodes.Function(line, name, parameters, self.block())
