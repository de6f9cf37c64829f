import MoltSupport
import XCTest

final class BinaryTests: XCTestCase {
  func testEveryPrimitiveComesBack() throws {
    var writer = BinaryWriter()
    let numbers: [UInt64] = [0, 1, 127, 128, 300, 1 << 32, .max]
    let signed: [Int64] = [0, -1, 1, 63, -64, 64, .min, .max]
    writer.array(numbers) { $0.varint($1) }
    writer.array(signed) { $0.signed($1) }
    writer.string("a\u{1F600}é\0")
    writer.blob([UInt8]([0, 255]))
    writer.double(-0.0)
    writer.fixed32(0xDEAD_BEEF)
    writer.digest(Digest(high: 1, low: .max))
    writer.optional("x") { $0.string($1) }
    writer.optional(String?.none) { $0.string($1) }
    var reader = BinaryReader(writer.bytes)
    XCTAssertEqual(try reader.array { (r: inout BinaryReader) throws(BinaryError) in try r.varint() }, numbers)
    XCTAssertEqual(try reader.array { (r: inout BinaryReader) throws(BinaryError) in try r.signed() }, signed)
    XCTAssertEqual(try reader.string(), "a\u{1F600}é\0")
    XCTAssertEqual(try reader.blob(), [0, 255])
    XCTAssertEqual(try reader.double().bitPattern, (-0.0).bitPattern)
    XCTAssertEqual(try reader.fixed32(), 0xDEAD_BEEF)
    XCTAssertEqual(try reader.digest(), Digest(high: 1, low: .max))
    XCTAssertEqual(try reader.optional { (r: inout BinaryReader) throws(BinaryError) in try r.string() }, "x")
    XCTAssertNil(try reader.optional { (r: inout BinaryReader) throws(BinaryError) in try r.string() })
    XCTAssertNoThrow(try reader.finish())
  }

  func testHostileNumbersAreRefused() {
    // Ten bytes that encode more than 64 bits, an endless one, and a count far above what the data can hold.
    for bytes: [UInt8] in [
      [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02], [UInt8](repeating: 0x80, count: 40), [],
    ] {
      var reader = BinaryReader(bytes)
      XCTAssertThrowsError(try reader.varint())
    }
    var reader = BinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2])
    XCTAssertThrowsError(try reader.count())
    var text = BinaryReader([2, 0xC3, 0x28])
    XCTAssertThrowsError(try text.string())
  }

  func testDigestText() {
    let digest = Digest(of: Array("molt".utf8))
    XCTAssertEqual(Digest(hex: digest.description), digest)
    // xxhsum -H2 of the empty input.
    XCTAssertEqual(Digest(of: []).description, "99aa06d3014798d86001c324468d497f")
    XCTAssertNil(Digest(hex: "99aa"))
    XCTAssertNil(Digest(hex: String(repeating: "G", count: 32)))
  }
}
