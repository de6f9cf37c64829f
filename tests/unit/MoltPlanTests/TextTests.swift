import XCTest

@testable import MoltPlan

final class TextTests: XCTestCase {
  func testSummaryRoundTrip() throws {
    var summary = Summary(module: "a.b", path: "odd\tname\\n\n.py", isPackage: true)
    summary.imports = ["c", "d.e"]
    summary.definitions = [
      .init(name: "f", value: .function(symbol: "molt:a.b:f", FunctionShape(positionalCount: 3, isPlain: true))),
      .init(name: "g", value: .imported(module: "c", name: "é")),
    ]
    XCTAssertEqual(try Summary.decode(summary.encode()), summary)
  }

  func testPlanRoundTrip() throws {
    var slice = PlanSlice(module: "m")
    slice.callees = [.init(name: "f", symbol: "molt:m:f", shape: FunctionShape(positionalCount: 2, isPlain: true))]
    XCTAssertEqual(try PlanSlice.decode(slice.encode()), slice)
    var facts = FunctionFacts(name: "C.<locals>.f")
    facts.types = [
      3: LikelyType([.int, .none]), 4: LikelyType(.instance, classes: ["m:A", "m:B"]), 5: LikelyType(.other),
    ]
    facts.callees = [
      7: MoltPlan.Callee(.function, symbol: "molt:m:f", positionalCount: 2, isGenerator: true),
      9: MoltPlan.Callee(.constructor, symbol: "", positionalCount: 0, className: "m:A"),
    ]
    slice.functions = [0: facts, 12: FunctionFacts(name: "g")]
    XCTAssertEqual(try PlanSlice.decode(slice.encode()), slice)
    let program = ProgramPlan(modules: ["__main__", "m"], main: "__main__")
    XCTAssertEqual(try ProgramPlan.decode(program.encode()), program)
  }

  func testDamagedTextIsReported() {
    XCTAssertThrowsError(try Summary.decode(Array("nonsense\t1\n".utf8)))
    XCTAssertThrowsError(try Summary.decode([]))
    XCTAssertThrowsError(try PlanSlice.decode(Array("plan\tm\ncallee\tf\ts\tmany\n".utf8)))
    XCTAssertThrowsError(try ProgramPlan.decode(Array("program\tm\nmodule\tn\n".utf8)))
  }

  /// A cycle of imports defines nothing, and ends.
  func testImportCycle() {
    var a = Summary(module: "a", path: "a.py", isPackage: false)
    var b = Summary(module: "b", path: "b.py", isPackage: false)
    a.definitions = [.init(name: "f", value: .imported(module: "b", name: "f"))]
    b.definitions = [.init(name: "f", value: .imported(module: "a", name: "f"))]
    XCTAssertTrue(Planner.plan([a, b]).allSatisfy(\.callees.isEmpty))
  }
}
