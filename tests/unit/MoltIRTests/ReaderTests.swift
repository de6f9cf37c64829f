import XCTest

@testable import MoltIR

final class ReaderTests: XCTestCase {
  private let sample = """
    module "m" path "m.py"
    slot @0 "f"
    const #0 None
    const #1 str "a\\xc3\\xa9"
    const #2 tuple #0 #1

    func $0 module "<module>" "<module>" line 1 form implicit
    ^0:
      %0 = global.load @0 !1:0-1:1
      %1 = py.call 0 %0 !1:0-1:3
      %2 = py.truth %1 !1:0-1:3
      branch %2 ^1 ^2(%1)
    ^1 unwind ^3:
      %3 = py.next %1 !2:0-2:3
      branch.null %3 ^2(%0) ^3
    ^2(%4: value):
      return %4
    ^3:
      %5 = const #0
      return %5
    end

    """

  func testRoundTrip() throws {
    let module = try Reader.read(Array(sample.utf8))
    try Verifier.verify(module)
    XCTAssertEqual(String(decoding: Printer.print(module), as: UTF8.self), sample)
  }

  /// Every prefix, and every byte changed in several ways: the reader and the verifier report, they never trap.
  func testDamagedTextIsReported() throws {
    let bytes = Array(sample.utf8)
    for length in 0..<bytes.count { try? Verifier.verify(Reader.read(Array(bytes[..<length]))) }
    for index in bytes.indices {
      for change: UInt8 in [0, 0x0a, 0x20, 0x25, 0x39, 0x5e, 0xff] where bytes[index] != change {
        var damaged = bytes
        damaged[index] = change
        try? Verifier.verify(Reader.read(damaged))
      }
    }
  }

  func testMessagesNameTheLine() {
    XCTAssertThrowsError(try Reader.read(Array("module \"m\" path \"p\"\nconst #0 wrong\n".utf8))) { error in
      XCTAssertEqual("\(error)", "line 2: unknown kind of constant")
    }
  }

  func testCompactionDropsUnreachableBlocks() throws {
    let text = sample.replacingOccurrences(of: "branch %2 ^1 ^2(%1)", with: "jump ^2(%1)")
    let module = try Reader.read(Array(text.utf8))
    let compact = module.functions[0].compacted()
    XCTAssertEqual(compact.blocks.count, 2)
  }
}
