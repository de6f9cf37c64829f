"""Evaluation by dispatch on the class of each node."""
from . import nodes
from .environment import Environment
from .errors import RunError

MAX_CALLS = 120


class BreakSignal(Exception):
    pass


class ContinueSignal(Exception):
    pass


class ReturnSignal(Exception):
    def __init__(self, value):
        self.value = value


class Closure:
    def __init__(self, function, environment):
        self.function = function
        self.environment = environment

    def __str__(self):
        return f"<func {self.function.name}>"


def text(value):
    """A value as the language prints it."""
    match value:
        case None:
            return "nil"
        case bool():
            return "true" if value else "false"
        case list():
            return "[" + ", ".join(map(text, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{k}: {text(v)}" for k, v in value.items()) + "}"
        case _:
            return str(value)


def divide(a, b):
    return a // b if isinstance(a, int) and isinstance(b, int) and a % b == 0 else a / b


OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": divide, "%": lambda a, b: a % b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}


class Interpreter:
    def __init__(self, variables):
        self.output = []
        self.steps = 0
        self.calls = 0
        self.globals = Environment()
        builtins = {
            "len": len, "text": text, "push": lambda items, x: items.append(x), "pop": lambda items: items.pop(),
            "range": lambda *limits: list(range(*limits)),
        }
        for name, value in {**builtins, **variables}.items():
            self.globals.define(name, value)
        self.evaluators = {
            cls: getattr(self, "evaluate_" + cls.__name__.lower())
            for cls in (nodes.Literal, nodes.Name, nodes.ListDisplay, nodes.RecordDisplay, nodes.Unary, nodes.Binary,
                        nodes.Logical, nodes.Call, nodes.Index, nodes.Member, nodes.Function)
        }
        self.executors = {
            cls: getattr(self, "execute_" + cls.__name__.lower())
            for cls in (nodes.Let, nodes.Assign, nodes.If, nodes.While, nodes.For, nodes.Return, nodes.Break,
                        nodes.Continue, nodes.Print, nodes.Expression)
        }

    def execute(self, statements):
        try:
            self.block(statements, self.globals)
        except ReturnSignal:
            raise RunError("return outside of a function", statements[-1].line) from None

    def block(self, statements, environment):
        executors = self.executors
        for statement in statements:
            self.steps += 1
            executors[type(statement)](statement, environment)

    def evaluate(self, node, environment):
        return self.evaluators[type(node)](node, environment)

    # Statements

    def execute_let(self, node, environment):
        environment.define(node.name, self.evaluate(node.value, environment))

    def execute_assign(self, node, environment):
        value = self.evaluate(node.value, environment)
        target = node.target
        if isinstance(target, nodes.Name):
            scope = environment.find(target.name)
            if scope is None:
                raise RunError(f"{target.name} is not defined", node.line)
            scope.define(target.name, value)
        elif isinstance(target, nodes.Index):
            items, index = self.evaluate(target.object, environment), self.evaluate(target.index, environment)
            try:
                items[index] = value
            except (IndexError, TypeError) as error:
                raise RunError(str(error), node.line) from error
        else:
            self.evaluate(target.object, environment)[target.name] = value

    def execute_if(self, node, environment):
        if self.evaluate(node.condition, environment):
            self.block(node.then, Environment(environment))
        elif node.otherwise:
            self.block(node.otherwise, Environment(environment))

    def execute_while(self, node, environment):
        while self.evaluate(node.condition, environment):
            try:
                self.block(node.body, Environment(environment))
            except BreakSignal:
                break
            except ContinueSignal:
                continue

    def execute_for(self, node, environment):
        for item in self.evaluate(node.iterable, environment):
            inner = Environment(environment)
            inner.define(node.name, item)
            try:
                self.block(node.body, inner)
            except BreakSignal:
                break
            except ContinueSignal:
                pass

    def execute_return(self, node, environment):
        raise ReturnSignal(self.evaluate(node.value, environment))

    def execute_break(self, node, environment):
        raise BreakSignal

    def execute_continue(self, node, environment):
        raise ContinueSignal

    def execute_print(self, node, environment):
        self.output.append(" ".join(text(self.evaluate(v, environment)) for v in node.values))

    def execute_expression(self, node, environment):
        self.evaluate(node.value, environment)

    # Expressions

    def evaluate_literal(self, node, environment):
        return node.value

    def evaluate_name(self, node, environment):
        scope = environment.find(node.name)
        if scope is None:
            raise RunError(f"{node.name} is not defined", node.line)
        return scope.variables[node.name]

    def evaluate_listdisplay(self, node, environment):
        return [self.evaluate(item, environment) for item in node.items]

    def evaluate_recorddisplay(self, node, environment):
        return {name: self.evaluate(value, environment) for name, value in node.members.items()}

    def evaluate_unary(self, node, environment):
        value = self.evaluate(node.operand, environment)
        return not value if node.operator == "not" else -value

    def evaluate_binary(self, node, environment):
        left = self.evaluate(node.left, environment)
        right = self.evaluate(node.right, environment)
        try:
            return OPERATORS[node.operator](left, right)
        except (TypeError, ZeroDivisionError) as error:
            raise RunError(str(error), node.line) from error

    def evaluate_logical(self, node, environment):
        left = self.evaluate(node.left, environment)
        if node.operator == "or":
            return left or self.evaluate(node.right, environment)
        return left and self.evaluate(node.right, environment)

    def evaluate_index(self, node, environment):
        try:
            return self.evaluate(node.object, environment)[self.evaluate(node.index, environment)]
        except (IndexError, KeyError, TypeError) as error:
            raise RunError(str(error), node.line) from error

    def evaluate_member(self, node, environment):
        record = self.evaluate(node.object, environment)
        if not isinstance(record, dict) or node.name not in record:
            raise RunError(f"no member {node.name}", node.line)
        return record[node.name]

    def evaluate_function(self, node, environment):
        return Closure(node, environment)

    def evaluate_call(self, node, environment):
        callee = self.evaluate(node.callee, environment)
        arguments = [self.evaluate(a, environment) for a in node.arguments]
        if not isinstance(callee, Closure):
            if not callable(callee):
                raise RunError(f"{text(callee)} cannot be called", node.line)
            return callee(*arguments)
        function = callee.function
        if len(arguments) != len(function.parameters):
            raise RunError(f"{function.name} takes {len(function.parameters)} arguments, not {len(arguments)}", node.line)
        if self.calls == MAX_CALLS:
            raise RunError("too many calls", node.line)
        inner = Environment(callee.environment)
        for name, value in zip(function.parameters, arguments):
            inner.define(name, value)
        self.calls += 1
        try:
            self.block(function.body, inner)
        except ReturnSignal as signal:
            return signal.value
        finally:
            self.calls -= 1
        return None
