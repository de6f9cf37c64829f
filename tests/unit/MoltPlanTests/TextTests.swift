import XCTest

@testable import MoltPlan

final class TextTests: XCTestCase {
  func testSummaryRoundTrip() throws {
    var summary = Summary(module: "a.b", path: "odd\tname\\n\n.py", isPackage: true)
    summary.natives = ["math", "time"]
    summary.flow.slots = ["c", "é"]
    XCTAssertEqual(try Summary.decode(summary.encode()), summary)
  }

  func testPlanRoundTrip() throws {
    var slice = PlanSlice(module: "m")
    var facts = FunctionFacts(name: "C.<locals>.f")
    facts.types = [
      3: LikelyType([.int, .none]), 4: LikelyType(.instance, classes: ["m:A", "m:B"]), 5: LikelyType(.other),
    ]
    facts.callees = [
      7: Callee(.function, symbol: "molt:m:f", positionalCount: 2, isGenerator: true),
      9: Callee(.constructor, symbol: "", positionalCount: 0, className: "m:A"),
    ]
    slice.functions = [0: facts, 12: FunctionFacts(name: "g")]
    XCTAssertEqual(try PlanSlice.decode(slice.encode()), slice)
    let program = ProgramPlan(modules: ["__main__", "m"], main: "__main__", natives: ["math", "sys"])
    XCTAssertEqual(try ProgramPlan.decode(program.encode()), program)
  }

  func testDamagedTextIsReported() {
    XCTAssertThrowsError(try Summary.decode(Array("nonsense\t1\n".utf8)))
    XCTAssertThrowsError(try Summary.decode([]))
    XCTAssertThrowsError(try PlanSlice.decode(Array("plan\tm\nin\t0\tf\ncall\t%1\tfunction\ts\tmany\n".utf8)))
    XCTAssertThrowsError(try ProgramPlan.decode(Array("program\tm\nmodule\tn\n".utf8)))
  }
}
