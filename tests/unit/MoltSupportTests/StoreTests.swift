import XCTest

@testable import MoltSupport

final class StoreTests: XCTestCase {
  var root = ""
  var store: DiskStore { DiskStore(root: root) }

  override func setUp() { root = NSTemporaryDirectory() + "molt-store-\(UInt64.random(in: 0 ... .max))" }
  override func tearDown() { Files.removeTree(root) }

  let container = Container(kind: .summary, payload: Array("facts".utf8))

  func testSaveAndLoad() throws {
    XCTAssertNil(try store.load(.summary, container.digest))
    try store.save(container)
    try store.save(container)
    XCTAssertEqual(try store.load(.summary, container.digest), container)
    XCTAssertNil(try store.load(.mir, container.digest))
  }

  func testDamagedArtifactIsReportedDroppedAndReplaced() throws {
    try store.save(container)
    let path = store.path(.summary, container.digest)
    var bytes = try Files.read(path)
    bytes[bytes.count - 1] ^= 1
    try Files.write(bytes, to: path)
    let damaged = store
    var reports: [String] = []
    damaged.report = { reports.append($0) }
    XCTAssertNil(try damaged.load(.summary, container.digest))
    XCTAssertEqual(
      reports, ["\(path): damaged artifact: the check does not match; it is dropped and built again"])
    XCTAssertNil(Files.stamp(path))
    try store.save(container)
    XCTAssertEqual(try store.load(.summary, container.digest), container)
  }

  func testArtifactUnderAnotherNameIsNotUsed() throws {
    try store.save(container)
    let other = Container(kind: .summary, payload: Array("other".utf8))
    try store.save(other)
    try Files.move(store.path(.summary, other.digest), to: store.path(.summary, container.digest))
    XCTAssertNil(try store.load(.summary, container.digest))
  }

  func testActions() throws {
    let key = Digest(of: [1])
    XCTAssertNil(try store.action(key))
    let result = ActionResult(outputs: [.init(.mir, Digest(of: [2]))], diagnostics: "a.py:1: SyntaxWarning: é\n")
    try store.record(result, for: key)
    XCTAssertEqual(try store.action(key), result)
  }

  func testActionKeyListsEverything() {
    let key = ActionKey(
      stage: "lower", tool: Digest(of: [1]), flags: ["a", "b"], target: "t", inputs: [.init("r", Digest(of: [2]))],
      outsideTools: [.init("clang", Digest(of: [3]))])
    var changed: [ActionKey] = [key]
    for change: (inout ActionKey) -> Void in [
      { $0.stage = "parse" }, { $0.tool = Digest(of: [9]) }, { $0.flags = ["ab"] }, { $0.flags = ["b", "a"] },
      { $0.target = "u" }, { $0.inputs[0].digest = Digest(of: [9]) }, { $0.inputs[0].role = "s" },
      { $0.outsideTools = [] }, { swap(&$0.inputs, &$0.outsideTools) },
    ] {
      var other = key
      change(&other)
      changed.append(other)
    }
    XCTAssertEqual(Set(changed.map(\.digest)).count, changed.count)
  }

  func testSweepRemovesOldTemporaryFiles() throws {
    try store.save(container)
    let temporary = store.path(.summary, container.digest) + ".1.1.tmp"
    try Files.write([1], to: temporary)
    let now = Files.stamp(temporary)!.modified
    store.sweep(now: now + 60_000_000_000)
    XCTAssertNotNil(Files.stamp(temporary))
    store.sweep(now: now + 7_200_000_000_000)
    XCTAssertNil(Files.stamp(temporary))
    XCTAssertEqual(try store.load(.summary, container.digest), container)
  }

  func testSurveyFindsDamage() throws {
    try store.save(container)
    try store.record(ActionResult(outputs: [], diagnostics: ""), for: Digest(of: [1]))
    XCTAssertEqual(try store.survey(verify: true).damaged, 0)
    XCTAssertEqual(try store.survey(verify: false).files, 2)
    try Files.write([1, 2, 3], to: store.path(.summary, container.digest))
    XCTAssertEqual(try store.survey(verify: true).damaged, 1)
    XCTAssertEqual(
      try store.survey(verify: true), DiskStore.Totals(files: 1, bytes: try store.survey(verify: false).bytes))
  }

  func testErrorsNameThePath() throws {
    let file = root + "-file"
    try Files.write([], to: file)
    defer { Files.remove(file) }
    XCTAssertThrowsError(try DiskStore(root: file).save(container)) { error in
      XCTAssertTrue((error as? ToolError)?.message.hasPrefix(file) == true, "\(error)")
      XCTAssertEqual((error as? ToolError)?.code, .system)
    }
  }

  func testDefaultRoot() throws {
    func root(_ environment: [String: String]) throws -> String {
      try DiskStore.defaultRoot { environment[$0] }
    }
    XCTAssertEqual(try root(["MOLT_CACHE": "/c", "HOME": "/h"]), "/c")
    XCTAssertEqual(try root(["XDG_CACHE_HOME": "/x", "HOME": "/h"]), "/x/molt")
    XCTAssertEqual(try root(["XDG_CACHE_HOME": "relative", "HOME": "/h"]), "/h/.cache/molt")
    XCTAssertThrowsError(try root([:]))
  }
}
