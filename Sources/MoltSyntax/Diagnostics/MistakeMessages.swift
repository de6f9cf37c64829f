// Messages of the parser: what CPython 3.12's `invalid_*` grammar rules say, sorted by what they are about.

enum Mistake {
  static let invalidSyntax = "invalid syntax"

  // MARK: Blocks and lines

  static let unexpectedIndent = "unexpected indent"
  static let unexpectedUnindent = "unexpected unindent"
  static let expectedColon = "expected ':'"
  static let expectedParenthesis = "expected '('"
  static func expectedBlock(_ what: String, line: Int) -> String {
    "expected an indented block after " + what + " on line " + String(line)
  }
  static let expectedExcept = "expected 'except' or 'finally' block"
  static let expectedExceptionTypes = "expected one or more exception types"
  static let mixedExcept = "cannot have both 'except' and 'except*' on the same 'try'"
  static let unparenthesisedExceptionTypes = "multiple exception types must be parenthesized"

  // MARK: Expressions

  static let expectedElse = "expected 'else' after 'if' expression"
  static let forgottenComma = "invalid syntax. Perhaps you forgot a comma?"
  static func missingCallParentheses(_ name: String) -> String {
    "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?"
  }
  static let starredHere = "cannot use starred expression here"
  static let doubleStarredHere = "cannot use double starred expression here"
  static let unpackingInComprehension = "iterable unpacking cannot be used in comprehension"
  static let dictUnpackingInComprehension = "dict unpacking cannot be used in dict comprehension"
  static let unparenthesisedTarget = "did you forget parentheses around the comprehension target?"
  static let expectedDictColon = "':' expected after dictionary key"
  static let expectedDictValue = "expression expected after dictionary key and ':'"
  static let starredDictValue = "cannot use a starred expression in a dictionary value"

  // MARK: Calls

  static let iterableAfterMapping = "iterable argument unpacking follows keyword argument unpacking"
  static let positionalAfterUnpacking = "positional argument follows keyword argument unpacking"
  static let positionalAfterKeyword = "positional argument follows keyword argument"
  static let expectedArgumentValue = "expected argument value expression"
  static let assignToIterableUnpacking = "cannot assign to iterable argument unpacking"
  static let assignToMappingUnpacking = "cannot assign to keyword argument unpacking"
  static let comprehensionKeyword = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  static let generatorParentheses = "Generator expression must be parenthesized"
  static let assignmentInArgument = "expression cannot contain assignment, perhaps you meant \"==\"?"

  // MARK: Parameters

  static let starTwice = "* argument may appear only once"
  static let namedAfterStar = "named arguments must follow bare *"
  static let varArgDefault = "var-positional argument cannot have default value"
  static let kwArgDefault = "var-keyword argument cannot have default value"
  static let afterKwArg = "arguments cannot follow var-keyword argument"
  static let expectedDefault = "expected default value expression"
  static let defaultOrder = "parameter without a default follows parameter with a default"
  static let slashTwice = "/ may appear only once"
  static let slashAfterStar = "/ must be ahead of *"
  static let slashCommaStar = "expected comma between / and *"
  static let slashFirst = "at least one argument must precede /"
  static let parenthesisedParameters = "Function parameters cannot be parenthesized"
  static let parenthesisedLambdaParameters = "Lambda expression parameters cannot be parenthesized"
  static func boundOnPack(_ kind: TypeParamKind, isTuple: Bool) -> String {
    "cannot use " + (isTuple ? "constraints" : "bound") + " with "
      + (kind == .paramSpec ? "ParamSpec" : "TypeVarTuple")
  }

  // MARK: Assignments

  static func cannotAssign(_ what: String) -> String { "cannot assign to " + what }
  static func cannotAssignHere(_ what: String) -> String {
    "cannot assign to " + what + " here. Maybe you meant '==' instead of '='?"
  }
  static func cannotDelete(_ what: String) -> String { "cannot delete " + what }
  static func cannotNameAssign(_ what: String) -> String { "cannot use assignment expressions with " + what }
  static func augmentedTarget(_ what: String) -> String {
    "'" + what + "' is an illegal expression for augmented assignment"
  }
  static let assignToYield = "assignment to yield expression not possible"
  static func onlySingleTarget(_ what: String) -> String { "only single target (not " + what + ") can be annotated" }
  static let illegalAnnotationTarget = "illegal target for annotation"

  // MARK: Imports

  static let trailingComma = "trailing comma not allowed without surrounding parentheses"
  static let importFromOrder = "Did you mean to use 'from ... import ...' instead?"

  // MARK: Patterns

  static let wildcardTarget = "cannot use '_' as a target"
  static let invalidPatternTarget = "invalid pattern target"
  static let realNumberRequired = "real number required in complex literal"
  static let imaginaryNumberRequired = "imaginary number required in complex literal"
  static let positionalPatternAfterKeyword = "positional patterns follow keyword patterns"

  // MARK: f-strings

  static let fStringExpectingBrace = "f-string: expecting '}'"
  static let fStringExpectingBraceOrSpec = "f-string: expecting '}', or format specs"
  static let fStringExpectingColonOrBrace = "f-string: expecting ':' or '}'"
  static let fStringExpectingAny = "f-string: expecting '=', or '!', or ':', or '}'"
  static let fStringExpectingAfterEqual = "f-string: expecting '!', or ':', or '}'"
  static func fStringExpressionRequired(_ before: String) -> String {
    "f-string: valid expression required before '" + before + "'"
  }
  static let fStringExpressionAfterBrace = "f-string: expecting a valid expression after '{'"
  static let fStringLambda = "f-string: lambda expressions are not allowed without parentheses"
  static let conversionApart = "f-string: conversion type must come right after the exclamation mark"
  static let missingConversion = "f-string: missing conversion character"
  static let invalidConversion = "f-string: invalid conversion character"
  static func unknownConversion(_ text: String) -> String {
    "f-string: invalid conversion character '" + text + "': expected 's', 'r', or 'a'"
  }
}
