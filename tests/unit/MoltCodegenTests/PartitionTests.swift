import MoltIR
import XCTest

@testable import MoltCodegen

final class PartitionTests: XCTestCase {
  /// A module's body, then functions of these numbers of instructions.
  private func functions(_ sizes: [Int]) -> [Function] {
    func make(_ kind: FunctionKind, _ size: Int) -> Function {
      var function = Function(kind: kind, name: "f", qualname: "f")
      var block = Block()
      block.instructions = (0..<size).map { InstID(raw: UInt32($0)) }
      function.blocks = [block]
      return function
    }
    return [make(.module, 10)] + sizes.map { make(.function, $0) }
  }

  private func parts(_ functions: [Function]) -> [[Int]] {
    Partition(functions, symbols: functions.indices.map { "molt:m:f\($0)" }).parts.map(\.functions)
  }

  func testEveryFunctionIsInOnePart() {
    let all = functions((0..<100).map { 50 + $0 * 7 % 900 })
    let parts = parts(all)
    XCTAssertGreaterThan(parts.count, 10)
    XCTAssertEqual(parts.flatMap { $0 }.sorted(), Array(all.indices))
    XCTAssertEqual(parts[0], [0])
  }

  func testSmallModuleIsWhole() {
    XCTAssertEqual(parts(functions([100, 200, 300])), [[0, 1, 2, 3]])
  }

  func testInnerFunctionsStayWithTheirOuterFunction() {
    var all = functions(Array(repeating: 900, count: 40))
    for index in stride(from: 2, to: all.count, by: 2) { all[index].isNested = true }
    for part in parts(all).dropFirst() {
      XCTAssertFalse(all[part[0]].isNested)
      XCTAssertFalse(part.count % 2 == 1, "\(part)")
    }
  }

  func testEditMovesFewBounds() {
    let sizes = (0..<200).map { 100 + $0 * 13 % 800 }
    let before = Set(parts(functions(sizes)))
    var changed = 0
    for edited in sizes.indices {
      var sizes = sizes
      sizes[edited] += 20
      changed += parts(functions(sizes)).filter { !before.contains($0) }.count
    }
    // One edit in twenty moves a bound, which changes at most three parts.
    XCTAssertLessThan(changed, 30)
  }
}
