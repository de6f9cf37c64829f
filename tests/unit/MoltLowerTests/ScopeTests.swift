import MoltSyntax
import XCTest

@testable import MoltLower

/// Where names belong: every row is a source, a function in it, and what the name is bound to there.
final class ScopeTests: XCTestCase {
  private func builder(_ source: String) throws -> ScopeBuilder {
    let ast = try XCTUnwrap(parseModule(source: Array(source.utf8), fileName: "t.py").ast)
    return ScopeBuilder.build(ast, mode: .module, annotationsAreStrings: false)
  }

  private func kind(_ binding: Binding) -> String {
    switch binding {
    case .local(_, let isCell): isCell ? "cell" : "local"
    case .free: "free"
    case .global: "global"
    case .classBody(let fallback): "class, then \(kind(fallback))"
    case .seenClass(_, let fallback): "seen class, then \(kind(fallback))"
    }
  }

  private func binding(_ source: String, _ text: StaticString, scope: Int) throws -> String {
    var builder = try builder(source)
    let name = builder.names.name(text)
    return kind(builder.table.binding(of: name, in: ScopeID(raw: UInt32(scope))))
  }

  func testBindings() throws {
    let nested = "def f():\n  x = 1\n  def g():\n    return x\n"
    XCTAssertEqual(try binding(nested, "x", scope: 1), "cell")
    XCTAssertEqual(try binding(nested, "x", scope: 2), "free")
    XCTAssertEqual(try binding("x = 1\ndef f(): return x\n", "x", scope: 1), "global")
    XCTAssertEqual(try binding("def f():\n  global x\n  x = 1\n", "x", scope: 1), "global")
    XCTAssertEqual(try binding("class C:\n  x = 1\n  y = x\n", "x", scope: 1), "class, then global")
    let classInFunction = "def f(x):\n  class C:\n    y = x\n"
    XCTAssertEqual(try binding(classInFunction, "x", scope: 2), "class, then free")
    // A name that the class body binds itself never comes from the function outside.
    XCTAssertEqual(try binding("def f(x):\n  class C:\n    x = x\n", "x", scope: 2), "class, then global")
    XCTAssertEqual(try binding("class C:\n  x = 1\n  def m(self): return x\n", "x", scope: 2), "global")
  }

  /// Annotation scopes see the names of the class body right around them, the functions in them do not.
  func testTypeParameters() throws {
    let generic = "def f[T](a: T): return T\n"
    XCTAssertEqual(try binding(generic, "T", scope: 1), "cell")
    XCTAssertEqual(try binding(generic, "T", scope: 2), "free")
    let method = "class C:\n  x = 1\n  def m[T: x](self, a: x): return x\n"
    XCTAssertEqual(try binding(method, "x", scope: 2), "seen class, then global")
    XCTAssertEqual(try binding(method, "x", scope: 3), "seen class, then global")
    XCTAssertEqual(try binding(method, "x", scope: 4), "global")
    let inFunction = "def f(x):\n  class C:\n    type A = x\n"
    XCTAssertEqual(try binding(inFunction, "x", scope: 3), "seen class, then free")
    // A name of the class hides the function's for good.
    let hidden = "def f(x):\n  class C:\n    x = 1\n    type A = x\n"
    XCTAssertEqual(try binding(hidden, "x", scope: 3), "seen class, then global")
  }

  func testComprehensionsRunInTheirFunction() throws {
    let source = "def f(x):\n  return [x for y in z]\n"
    XCTAssertEqual(try binding(source, "x", scope: 2), "local")
    XCTAssertEqual(try binding(source, "y", scope: 2), "local")
    XCTAssertEqual(try binding("def f():\n  return [lambda: y for y in z]\n", "y", scope: 2), "cell")
    XCTAssertEqual(try binding("class C:\n  x = 1\n  y = [x for z in w]\n", "x", scope: 2), "global")
  }

  func testWalrusBindsOutsideTheComprehension() throws {
    XCTAssertEqual(try binding("def f():\n  return [(y := z) for z in w]\n", "y", scope: 1), "local")
    XCTAssertEqual(try binding("def f():\n  return list((y := z) for z in w)\n", "y", scope: 1), "cell")
  }

  func testPrivateNamesAreMangled() throws {
    let builder = try builder("class _C:\n  def m(self): return self.__x + __y__\n")
    let texts = builder.names.texts.map { String(decoding: $0, as: UTF8.self) }
    XCTAssertFalse(texts.contains("__C__y__"))
    var names = builder.names
    let owner = names.name("_C")
    let symbol = try XCTUnwrap(texts.firstIndex(of: "__y__"))
    XCTAssertEqual(names.text(names.mangle(Symbol(raw: UInt32(symbol)), owner: owner)), "__y__")
  }
}
