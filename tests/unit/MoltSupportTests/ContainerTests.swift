import MoltSupport
import XCTest

final class ContainerTests: XCTestCase {
  let container = Container(
    kind: .mir, payload: Array("func main\n".utf8) + (0..<300).map { UInt8(truncatingIfNeeded: $0) })

  func testRoundTrip() throws {
    for kind in ArtifactKind.allCases {
      for size in [0, 1, 47, 4096, 1 << 20] {
        let written = Container(kind: kind, payload: [UInt8](repeating: 7, count: size))
        XCTAssertEqual(try Container.decode(written.encoded(), expected: kind, path: "x"), written)
      }
    }
  }

  func testKindsDiffer() {
    XCTAssertEqual(Set(ArtifactKind.allCases.map(\.tag)).count, ArtifactKind.allCases.count)
    XCTAssertEqual(Set(ArtifactKind.allCases.map(\.fileExtension)).count, ArtifactKind.allCases.count)
    for kind in ArtifactKind.allCases { XCTAssertEqual(kind.tag.utf8.count, 4) }
  }

  func testTheFormatVersionIsPartOfTheName() {
    let versions = Set(ArtifactKind.allCases.map(\.formatVersion))
    XCTAssertEqual(Set(ArtifactKind.allCases.map { Container(kind: $0, payload: [1]).digest }).count, versions.count)
  }

  func testEveryFlippedBitIsDetected() {
    let bytes = container.encoded()
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        XCTAssertThrowsError(try Container.decode(damaged, path: "x"), "bit \(bit) of byte \(index)") { error in
          XCTAssertEqual((error as? ToolError)?.code, .badArtifact)
        }
      }
    }
  }

  func testEveryTruncationAndExtensionIsDetected() {
    let bytes = container.encoded()
    for count in 0..<bytes.count {
      XCTAssertThrowsError(try Container.decode(Array(bytes[..<count]), path: "x"))
    }
    XCTAssertThrowsError(try Container.decode(bytes + [0], path: "x"))
  }

  func testImpossibleLengthAllocatesNothing() {
    // A header with a valid check that claims an exabyte.
    var writer = BinaryWriter()
    writer.bytes = Array(container.encoded()[..<32])
    writer.fixed64(1 << 60)
    let frame = Array(container.encoded()[48...])
    var joined = BinaryWriter()
    joined.bytes = writer.bytes
    joined.digest(Digest(of: frame))
    writer.fixed64(Digest(of: joined.bytes).low)
    XCTAssertThrowsError(try Container.decode(writer.bytes + frame, path: "x")) { error in
      XCTAssertEqual((error as? ToolError)?.message, "x: damaged artifact: impossible length \(1 << 60)")
    }
  }

  func testMessagesNameThePathAndTheKinds() {
    XCTAssertThrowsError(try Container.decode(container.encoded(), expected: .ast, path: "a.mir")) { error in
      XCTAssertEqual(
        (error as? ToolError)?.message,
        "a.mir: this is a typed SSA of one module (mir ); expected a syntax tree (mast)")
    }
    XCTAssertThrowsError(try Container.decode(Array("hello".utf8), path: "a.txt")) { error in
      XCTAssertEqual((error as? ToolError)?.message, "a.txt: not a Molt artifact")
    }
  }

  func testCodePartsRoundTrip() throws {
    let code = CodeParts(texts: [Array("one".utf8), [], Array("three".utf8)])
    XCTAssertEqual(try CodeParts.decode(code.encoded(), path: "m.mll"), code)
    XCTAssertEqual(try PartList.decode(code.list.encoded(), path: "m.parts"), code.list)
    XCTAssertEqual(code.list.parts.map(\.size), [3, 0, 5])
    XCTAssertThrowsError(try CodeParts.decode(Container(kind: .code, payload: [3, 9]), path: "m.mll")) { error in
      XCTAssertEqual((error as? ToolError)?.code, .badArtifact)
    }
  }
}
