"""Tokens, tree and evaluation of the language."""
from .errors import LanguageError, ParseError, RunError, TokenError
from .interpreter import Interpreter
from .parser import Parser
from .tokens import tokenize


def run(source, variables):
    """Run a program with predefined variables; returns the interpreter, which holds the output."""
    interpreter = Interpreter(variables)
    interpreter.execute(Parser(tokenize(source)).program())
    return interpreter
