import XCTest

@testable import MoltSpec

final class TableTests: XCTestCase {
  func testEveryOpcodeHasOneRowAndName() {
    XCTAssertEqual(OpTable.rows.map(\.opcode), Opcode.allCases)
    XCTAssertEqual(Set(OpTable.rows.map(\.name)).count, OpTable.rows.count)
    for row in OpTable.rows { XCTAssertEqual(OpTable.opcode(named: row.name), row.opcode) }
  }

  func testPrimitiveSymbolsAreUniqueAndWellFormed() {
    XCTAssertEqual(Set(PrimitiveTable.all.map(\.symbol)).count, PrimitiveTable.all.count)
    for primitive in PrimitiveTable.all {
      XCTAssertTrue(primitive.symbol.hasPrefix("molt_"), primitive.symbol)
      XCTAssertFalse(primitive.note.isEmpty, primitive.symbol)
    }
  }

  /// A result of 0 or below can only say something where there is such a result.
  func testFailureFitsTheResult() {
    for primitive in PrimitiveTable.all {
      switch primitive.failure {
      case .zero, .zeroOrExhausted: XCTAssertEqual(primitive.result, .value, primitive.symbol)
      case .negative: XCTAssertTrue([.i32, .i64].contains(primitive.result), primitive.symbol)
      case .always: XCTAssertEqual(primitive.result, .void, primitive.symbol)
      case .never: break
      }
    }
  }

  /// An operation passes its primitive as many arguments as the primitive takes, each of the kind it takes.
  func testOperationsFitTheirPrimitives() {
    var primitives: [String: Primitive] = [:]
    for primitive in PrimitiveTable.all { primitives[primitive.symbol] = primitive }
    for row in OpTable.rows {
      guard let (symbol, sources) = row.primitive, let primitive = primitives[symbol] else { continue }
      XCTAssertEqual(sources.count, primitive.arguments.count, row.name)
      for (source, type) in zip(sources, primitive.arguments) {
        switch source {
        case .operand: XCTAssertTrue([.value, .i64].contains(type), row.name)
        case .constant, .optionalConstant, .null: XCTAssertEqual(type, .value, row.name)
        case .array, .results, .module, .code: XCTAssertEqual(type, .pointer, row.name)
        case .count, .immediate: XCTAssertEqual(type, .i32, row.name)
        case .site: XCTAssertEqual(type, .site, row.name)
        }
      }
    }
  }
}
