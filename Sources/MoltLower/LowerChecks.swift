import MoltIR
import MoltSyntax

// Errors of CPython's compiler (Python/compile.c) that belong to no one construct.

extension FunctionLowerer {
  /// Refuses to bind `__debug__`, which is a constant. `span`: what CPython points at.
  func checkBinds(_ name: Name, _ span: Span) {
    if name == context.debugName { context.report(.syntaxError, "cannot assign to __debug__", span) }
  }

  func checkBinds(_ symbol: Symbol, _ span: Span) { checkBinds(Name(raw: symbol.raw), span) }

  func checkParameters(_ id: NodeID<Arguments>) {
    let arguments = ast[id]
    let all =
      ast.list(arguments.posOnly) + ast.list(arguments.args) + [arguments.varArg] + ast.list(arguments.kwOnly)
      + [arguments.kwArg]
    for arg in all where !arg.isNone { checkBinds(ast[arg].name, ast[arg].span) }
  }

  /// Keywords of a call or of a class: each name once.
  func checkKeywords(_ keywords: [NodeID<Keyword>]) {
    for (index, keyword) in keywords.enumerated() where !ast[keyword].name.isNone {
      checkBinds(ast[keyword].name, ast[keyword].span)
      for other in keywords[(index + 1)...] where ast[other].name == ast[keyword].name {
        context.report(
          .syntaxError, "keyword argument repeated: \(ast.text(ast[keyword].name))", ast[other].span)
      }
    }
  }

  /// Lowers the inside of a statement that CPython keeps on its stack of blocks, which is 20 high. `levels`: how many of
  /// them the statement takes.
  func nested(_ span: Span, levels: Int = 1, _ body: () -> Void) {
    if blockDepth + levels > FunctionLowerer.maximumBlocks {
      context.report(.syntaxError, "too many statically nested blocks", span)
    }
    blockDepth += levels
    body()
    blockDepth -= levels
  }

  private static let maximumBlocks = 20

  /// Star-unpacking has room for 255 targets in front of the star.
  func checkStarPosition(_ star: Int, _ targets: Int, _ kind: String) {
    if star >= 1 << 8 || targets - star - 1 >= 1 << 23 {
      context.report(.syntaxError, "too many expressions in star-unpacking \(kind)", currentSpan)
    }
  }
}
