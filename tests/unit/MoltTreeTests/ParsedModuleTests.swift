import MoltSupport
import MoltSyntax
import XCTest

@testable import MoltTree

final class ParsedModuleTests: XCTestCase {
  /// Every kind of node at least once.
  static let everything = """
    from __future__ import annotations
    import a.b as c, d
    from . import e as f
    from ..g import *
    x: int = 1
    y: str
    type Pair[T: int, *Ts, **P] = tuple[T, T]
    @decorator
    class C[T](Base, metaclass=Meta, **kw):
      "doc"
      def m(self, p, /, q=1, *args, k: int, l=2, **kwargs) -> None:
        global gl
        nonlocal_ = lambda u, *v: (yield)
        return await_ if p else -q ** ~k
    async def co():
      async for i, *j in agen(): await i
      async with a as b, c: pass
      return [v async for v in w if v]
    def gen():
      def inner():
        nonlocal z
        z = 1
      z = yield from x
      del z, a[1:2, ::3], b.c
    while True and not x or y:
      if (n := 10) > 5 >= 2 != 3: break
      elif x is not None in y not in z: continue
      else: pass
    else: x += 1; x @= 2
    for i in range(3): pass
    else: assert x, "message"
    try: raise E from None
    except (A, B) as e: raise
    except: pass
    else: pass
    finally: pass
    try: pass
    except* G: pass
    with open(f) as h: h.read()
    match x:
      case 1 | "s" | None: pass
      case [a, *_, b] if a: pass
      case {"k": v, **rest}: pass
      case Point(1, y=2) as p: pass
      case a.b: pass
      case -1 + 2j: pass
      case _: pass
    s = f"{x!r:>{w}} {y=}" u"u" "\\ud800" b"bytes"[0]
    t = {1, 2}, {**d, 'k': 1}, {k: v for k, v in d}, {k for k in d}, (k for k in d), ..., True, 1.5e300
    huge = 123456789012345678901234567890
    call(*a, b, k=1, **kw)
    """

  func parse(_ text: String) throws -> ParsedModule {
    let result = parseModule(source: Array(text.utf8), fileName: "t.py")
    return ParsedModule(
      name: "pkg.mod", path: "pkg/mod.py", package: "pkg", isPackage: false, source: result.source.bytes,
      ast: try XCTUnwrap(result.ast, result.diagnostics.first?.message ?? ""))
  }

  func testEverythingComesBack() throws {
    // `s` mixes bytes and text, which the parser refuses; keep that line apart.
    let text = Self.everything.replacingOccurrences(of: " b\"bytes\"[0]", with: "")
    let module = try parse(text + "\nbs = b'bytes'[0]\n")
    let container = module.encoded()
    let back = try ParsedModule.decode(container, path: "x")
    XCTAssertEqual(back.ast.dump(), module.ast.dump())
    XCTAssertEqual(back.source, module.source)
    XCTAssertEqual([back.name, back.path, back.package], ["pkg.mod", "pkg/mod.py", "pkg"])
    XCTAssertEqual(back.encoded(), container)
  }

  func testMalformedPayloadsAreRefusedOrHarmless() throws {
    let text = Self.everything.replacingOccurrences(of: " b\"bytes\"[0]", with: "")
    let good = try parse(text).encoded().payload
    var state: UInt64 = 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var refused = 0
    for _ in 0..<3000 {
      var payload = good
      for _ in 0...random(3) { payload[random(payload.count)] = UInt8(random(256)) }
      if random(4) == 0 { payload.removeLast(random(payload.count)) }
      do {
        _ = try ParsedModule.decode(Container(kind: .ast, payload: payload), path: "x").imports()
      } catch {
        XCTAssertEqual((error as? ToolError)?.code, .badArtifact)
        refused += 1
      }
    }
    XCTAssertGreaterThan(refused, 500)
  }

  func testImports() throws {
    let module = try parse(
      """
      import a, b.c as d
      from e.f import g, h as i
      from . import j
      from ..k import *
      try:
        import l
      except ModuleNotFoundError:
        import m
      try:
        import n
      except (OSError, ImportError): pass
      try:
        import o
      except ValueError: pass
      if TYPE_CHECKING: import p
      def f():
        class C:
          if x:
            while y: from q import r
      match z:
        case 1: import s
      """)
    let imports = module.imports()
    XCTAssertEqual(
      imports.text,
      """
      1:7 a
      1:10 b.c
      2:0 e.f (g, h)
      3:0 . (j)
      4:0 ..k (*)
      6:9 guarded l
      8:9 guarded m
      10:9 guarded n
      13:9 o
      15:25 guarded p
      19:15 guarded q (r)
      21:17 guarded s

      """)
    XCTAssertEqual(try ImportList.decode(imports.encoded(), path: "x"), imports)
  }

  func testPlacesAndLines() throws {
    let module = try parse("a = 1\nb = (2,\n  3)\n")
    let place = module.place(Span(start: 10, end: 17))
    var expected = SourceMessage.Place(line: 2, column: 4, endLine: 3, endColumn: 3, text: "b = (2,")
    expected.countsBytes = true
    XCTAssertEqual(place, expected)
    XCTAssertEqual(module.line(3), "  3)")
    XCTAssertNil(module.line(99))
  }
}
