import MoltSupport
import XCTest

@testable import MoltDriver

final class ProblemTests: XCTestCase {
  func testWarningsAreRepeatedByBuildsThatRunNothing() throws {
    let workshop = Workshop(["main.py": "import util", "util.py": "warn something"])
    try workshop.build()
    XCTAssertEqual(workshop.console.messages, "util.py:1: warn something\n")
    XCTAssertEqual(try workshop.build().outcome, .upToDate)
    XCTAssertEqual(workshop.console.messages, "util.py:1: warn something\n")
    let other = Workshop(["main.py": "import util", "util.py": "warn something"])
    other.store = workshop.store
    XCTAssertEqual(try other.build().ran, [])
    XCTAssertEqual(other.console.messages, "util.py:1: warn something\n")
  }

  func testAllErrorsAreReportedMainFirst() throws {
    let workshop = Workshop([
      "main.py": "import b\nimport a\nimport c", "a.py": "error A", "b.py": "error B", "c.py": "x",
    ])
    let (outcome, ran) = try workshop.build()
    XCTAssertEqual(outcome, .failed)
    XCTAssertEqual(workshop.console.messages, "a.py:1: error A\nb.py:1: error B\n")
    XCTAssertFalse(ran.contains("plan"))
    XCTAssertNil(workshop.files.files["/out/main"])
    workshop.edit("a.py", "fine")
    XCTAssertEqual(try workshop.build().ran, ["lower a", "parse a", "parse b"])
    workshop.edit("b.py", "fine")
    XCTAssertEqual(try workshop.build().outcome, .built)
  }

  func testUnresolvedImport() throws {
    let workshop = Workshop(["main.py": "import sys\nimport nowhere.at.all\nguarded import alsonowhere"])
    XCTAssertEqual(try workshop.build().outcome, .failed)
    XCTAssertEqual(
      workshop.console.messages,
      """
        File "main.py", line 2
          import nowhere.at.all
          ^^^^^^^^^^^^^^^^^^^^^
      ModuleNotFoundError: No module named 'nowhere'
      note: searched nowhere/__init__.py, nowhere.py in /app, and Molt's own modules

      """)
    // The module that was missing appears.
    workshop.edit("nowhere/__init__.py", "")
    workshop.edit("nowhere/at/all.py", "")
    let (outcome, ran) = try workshop.build()
    XCTAssertEqual(outcome, .built)
    XCTAssertTrue(ran.contains("parse nowhere.at"), "\(ran)")
  }

  func testGuardedImportThatAppearsIsBuilt() throws {
    let workshop = Workshop(["main.py": "guarded import extra"])
    try workshop.build()
    XCTAssertEqual(try workshop.build().outcome, .upToDate)
    workshop.edit("extra.py", "code")
    XCTAssertTrue(try workshop.build().ran.contains("codegen extra"))
  }

  func testPackagesRelativeAndCyclicImports() throws {
    let workshop = Workshop([
      "main.py": "import pkg.sub.leaf", "pkg/__init__.py": "from . import helper", "pkg/helper.py": "import pkg",
      "pkg/sub/__init__.py": "", "pkg/sub/leaf.py": "from ..helper import thing\nfrom .. import other\nimport main",
      "pkg/other.py": "",
    ])
    let (outcome, ran) = try workshop.build()
    XCTAssertEqual(outcome, .built, workshop.console.messages)
    XCTAssertEqual(
      ran.filter { $0.hasPrefix("parse") },
      [
        "parse __main__", "parse main", "parse pkg", "parse pkg.helper", "parse pkg.other", "parse pkg.sub",
        "parse pkg.sub.leaf",
      ])
  }

  func testStarImportLoadsWhatAllNames() throws {
    for main in ["from pkg import *\nfrom other import *", "from other import *\nfrom pkg import *"] {
      let workshop = Workshop([
        "main.py": main, "pkg/__init__.py": "all leaf value", "pkg/leaf.py": "", "pkg/unused.py": "",
        "other/__init__.py": "import notstarred", "notstarred/__init__.py": "all x", "notstarred/x.py": "",
      ])
      let ran = try workshop.build().ran.filter { $0.hasPrefix("parse") }
      XCTAssertEqual(ran, ["parse __main__", "parse notstarred", "parse other", "parse pkg", "parse pkg.leaf"])
    }
  }

  func testRelativeImportsThatLeadNowhere() throws {
    let workshop = Workshop([
      "main.py": "from . import x\nimport pkg", "pkg/__init__.py": "from ... import y\nimport a.b", "a.py": "",
    ])
    XCTAssertEqual(try workshop.build().outcome, .failed)
    let messages = workshop.console.messages
    XCTAssertTrue(messages.contains("ImportError: attempted relative import with no known parent package"))
    XCTAssertTrue(messages.contains("ImportError: attempted relative import beyond top-level package"))
    XCTAssertTrue(messages.contains("ModuleNotFoundError: No module named 'a.b'; 'a' is not a package"))
  }

  func testToolThatBreaks() throws {
    let workshop = Workshop(["main.py": "code"])
    workshop.files.put("/molt/bin/molt-lower", "x")
    workshop.onStart = { job in
      if job == "codegen __main__" { workshop.files.removeTree("/app/.molt/x86_64-linux/main/tmp") }
    }
    workshop.store = FullStore()
    XCTAssertThrowsError(try workshop.build()) { error in
      XCTAssertEqual((error as? ToolError)?.message, "/cache/x: No space left on device")
    }
  }
}

/// A store on a full disk.
private final class FullStore: ArtifactStore {
  var report: (String) -> Void = { _ in }
  func load(_ kind: ArtifactKind, _ digest: Digest) -> Container? { nil }
  func save(_ container: Container) throws(ToolError) { throw .system("/cache/x", 28) }
  func action(_ key: Digest) -> ActionResult? { nil }
  func record(_ result: ActionResult, for key: Digest) {}
}
