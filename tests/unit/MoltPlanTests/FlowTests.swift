import XCTest

@testable import MoltPlan

final class FlowTests: XCTestCase {
  private func summary(_ name: String, _ flow: String) throws -> Summary {
    try Summary.decode(Array("summary\t\(name)\t\(name).py\tmodule\n\(flow)".utf8))
  }

  private let body = "flow\tmodule\t<module>\t---\t0\t0\t0\t10\n"

  func testRoundTrip() throws {
    var function = FlowFunction(kind: .function, qualname: "C.<locals>.f")
    function.isGenerator = true
    function.hasVarKeywords = true
    function.positionalCount = 2
    function.parameters = ["a", "b", "rest"]
    function.valueCount = 9
    function.append(.const, 3, name: "(i(sn))")
    function.append(.binary, 4, [0, 1], immediate: 16)
    function.append(.setAttr, FlowOp.none, [0, FlowOp.none], name: "odd\tname\\")
    function.append(.item, 5, [4], immediate: -1)
    var summary = Summary(module: "m", path: "m.py", isPackage: false)
    summary.flow.slots = ["x", "y"]
    summary.flow.functions = [FlowFunction(kind: .module, qualname: "<module>"), function]
    XCTAssertEqual(try Summary.decode(summary.encode()), summary)
  }

  func testMalformedFlowIsReported() {
    for lines in [
      "const\t%3\t'i\n", "flow\tmodule\t<module>\t---\t0\n", body + "nonsense\t%1\n", body + "binary\t%1\t2\n",
      body + "copy\t%1\t99\n", body + "copy\t%x\t1\n", body + "globalLoad\t%1\n", body + "function\t%1\t#7\n",
      body + "closureCell\t%1\n", body + "capture\t'9\t1\n", body + "copy\t%1\t\n", body + "copy\t%1\t99999999999999\n",
      "flow\tfunction\tf\t---\t3\t0\t0\t1\ta\n",
    ] {
      XCTAssertThrowsError(try summary("m", lines), lines)
    }
  }

  /// Classes that are their own bases, a function that returns itself, a list that holds itself.
  func testCyclesEnd() throws {
    let text =
      "slot\tA\nslot\tB\nslot\tf\n" + body
      + "globalLoad\t%1\n" + "class\t%2\t#1\t1\n" + "globalStore\t2\n" + "globalStore\t#1\t2\n"
      + "globalLoad\t%3\t#1\n" + "class\t%4\t#2\t3\n" + "globalStore\t4\n" + "call\t%5\t2\n" + "getAttr\t%6\t'x\t5\n"
      + "function\t%7\t#3\n" + "call\t%8\t7\n" + "list\t%9\n" + "listAppend\t9\t9\n"
      + "flow\tclassBody\tA\t---\t0\t0\t0\t1\n" + "flow\tclassBody\tB\t---\t0\t0\t0\t1\n"
      + "flow\tfunction\tf\t---\t0\t0\t0\t2\n" + "this\t%0\n" + "call\t%1\t0\n" + "return\t0\n" + "return\t1\n"
    let slices = Planner.plan([try summary("m", text)])
    XCTAssertEqual(slices[0].functions[0]?.types[8], LikelyType(.function))
    XCTAssertEqual(slices[0].functions[0]?.callees[8]?.symbol, "molt:m:f")
  }

  /// Modules that import one name from each other define nothing.
  func testImportCycle() throws {
    func module(_ name: String, from other: String) throws -> Summary {
      try summary(
        name,
        "slot\tf\n" + body + "module\t%1\t'\(other)\n" + "getAttr\t%2\t'f\t1\n" + "globalStore\t2\n" + "call\t%3\t2\n")
    }
    let slices = Planner.plan([try module("a", from: "b"), try module("b", from: "a")])
    XCTAssertEqual(slices[0].functions[0]?.types ?? [:], [:])
    XCTAssertEqual(slices.map { $0.functions[0]?.callees ?? [:] }, [[:], [:]])
  }

  /// A node with more atoms than it keeps names no classes, and the kinds of all.
  func testManyClasses() throws {
    let count = Solver.nodeLimit + 5
    var text = "slot\tx\nflow\tmodule\t<module>\t---\t0\t0\t0\t\(2 * count + 2)\n"
    for index in 0..<count {
      text +=
        "class\t%\(index)\t#\(index + 1)\n" + "call\t%\(count + index)\t\(index)\n" + "globalStore\t\(count + index)\n"
    }
    text += "const\t%\(2 * count)\t'n\n" + "globalStore\t\(2 * count)\n" + "globalLoad\t%\(2 * count + 1)\n"
    for index in 0..<count { text += "flow\tclassBody\tC\(index)\t---\t0\t0\t0\t1\n" }
    let slices = Planner.plan([try summary("m", text)])
    XCTAssertEqual(slices[0].functions[0]?.types[UInt32(2 * count + 1)], LikelyType([.instance, .none]))
    XCTAssertEqual(slices[0].functions[0]?.types[UInt32(count)], LikelyType(.instance, classes: ["m:C0"]))
  }

  /// A chain of calls as long as a large program has them.
  func testLongChains() throws {
    let count = 20_000
    var text = "slot\tx\n" + body + "const\t%1\t'f\n" + "function\t%2\t#1\n" + "call\t%3\t#1\t2\t1\n"
    for index in 1...count {
      text += "flow\tfunction\tf\(index)\t---\t1\t0\t0\t4\ta\n"
      if index < count {
        text += "function\t%2\t#\(index + 1)\n" + "call\t%3\t#1\t2\t0\n" + "return\t3\n"
      } else {
        text += "return\t0\n"
      }
    }
    let slices = Planner.plan([try summary("m", text)])
    XCTAssertEqual(slices[0].functions[0]?.types[3], LikelyType(.float))
  }

  func testEveryBuiltinOfTheModelReads() {
    for (name, text) in BuiltinModel.specs {
      XCTAssertFalse(name.contains(" "), "\(name)")
      if text == "nothing" { continue }
      if case .nothing = BuiltinSpec.parse(text) { XCTFail("\(name) = \(text) does nothing") }
    }
  }
}
