import MoltSupport
import XCTest

@testable import MoltDriver

/// Edit-and-rebuild scripts: which jobs run after which change.
final class RebuildTests: XCTestCase {
  let sources = [
    "main.py": "import util\nimport other\nmain code", "util.py": "def f\nutil code", "other.py": "other code",
  ]

  func testFirstBuildRunsEverythingOnce() throws {
    let workshop = Workshop(sources)
    let (outcome, ran) = try workshop.build()
    XCTAssertEqual(outcome, .built)
    XCTAssertEqual(
      ran,
      [
        "codegen __main__", "codegen other", "codegen util", "compile __main__/0", "compile other/0", "compile util/0",
        "link", "lower __main__", "lower other", "lower util", "parse __main__", "parse other", "parse util", "plan",
      ])
    XCTAssertEqual(
      workshop.program,
      "import util\nimport other\nmain code|def f\nother code|\ndef f\nutil code|\n__main__ other util")
  }

  func testNothingRunsWhenNothingChanged() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    let (outcome, ran) = try workshop.build()
    XCTAssertEqual(outcome, .upToDate)
    XCTAssertEqual(ran, [])
  }

  func testTouchedFileIsReadButNothingRuns() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.edit("util.py", sources["util.py"]!)
    XCTAssertEqual(try workshop.build().ran, [])
    XCTAssertEqual(try workshop.build().outcome, .upToDate)
  }

  func testCommentStopsAfterLowering() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.edit("util.py", "# a comment\n" + sources["util.py"]!)
    XCTAssertEqual(try workshop.build().ran, ["lower util", "parse util"])
    XCTAssertEqual(try workshop.build().outcome, .upToDate)
  }

  func testChangedBodyCompilesOneModule() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.edit("util.py", "def f\nbetter code")
    XCTAssertEqual(try workshop.build().ran, ["codegen util", "compile util/0", "link", "lower util", "parse util"])
  }

  func testChangedPartIsCompiledAlone() throws {
    let workshop = Workshop(sources)
    workshop.edit("util.py", "def f\nutil code\npart one\npart two\npart three")
    XCTAssertTrue(try workshop.build().ran.contains("compile util/3"))
    workshop.edit("util.py", "def f\nutil code\npart one\npart 2\npart three")
    XCTAssertEqual(
      try workshop.build().ran, ["codegen util", "compile util/2", "link", "lower util", "parse util"])
    XCTAssertTrue(workshop.program.contains("part one\npart 2\npart three\n"))
    // A part that moves is known by what it holds.
    workshop.edit("util.py", "def f\nutil code\npart one\npart new\npart 2\npart three")
    XCTAssertEqual(
      try workshop.build().ran, ["codegen util", "compile util/2", "link", "lower util", "parse util"])
    workshop.edit("util.py", "def f\nutil code\npart three")
    XCTAssertEqual(try workshop.build().ran, ["codegen util", "link", "lower util", "parse util"])
    XCTAssertFalse(workshop.program.contains("part one"))
  }

  func testChangedInterfaceCompilesImporters() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.edit("util.py", "def g\nutil code")
    XCTAssertEqual(
      try workshop.build().ran,
      [
        "codegen __main__", "codegen util", "compile __main__/0", "compile util/0", "link", "lower util", "parse util",
        "plan",
      ])
  }

  func testGoingBackRunsNothing() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    let first = workshop.program
    workshop.edit("util.py", "def g\nutil code")
    try workshop.build()
    workshop.edit("util.py", sources["util.py"]!)
    XCTAssertEqual(try workshop.build().ran, [])
    XCTAssertEqual(workshop.program, first)
  }

  func testNewAndRemovedImports() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.edit("more.py", "def m")
    XCTAssertEqual(try workshop.build().outcome, .upToDate)
    workshop.edit("other.py", "import more")
    XCTAssertEqual(
      try workshop.build().ran,
      [
        "codegen more", "codegen other", "compile more/0", "compile other/0", "link", "lower more", "lower other",
        "parse more", "parse other", "plan",
      ])
    workshop.edit("main.py", "import util\nmain code")
    XCTAssertEqual(
      try workshop.build().ran,
      ["codegen __main__", "compile __main__/0", "link", "lower __main__", "parse __main__", "plan"])
    XCTAssertFalse(workshop.program.contains("other"))
  }

  func testDeletedIntermediateFileComesBackFromTheStore() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    let path = Path.join(workshop.request.workDirectory, "util.mir")
    let before = workshop.files.files[path]!.bytes
    workshop.files.removeTree(path)
    XCTAssertEqual(try workshop.build().ran, [])
    XCTAssertEqual(workshop.files.files[path]!.bytes, before)
  }

  func testDeletedOrChangedExecutableIsReplaced() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    let program = workshop.program
    workshop.files.removeTree(workshop.request.output)
    XCTAssertEqual(try workshop.build().ran, [])
    XCTAssertEqual(workshop.program, program)
    workshop.files.put(workshop.request.output, "something else")
    XCTAssertEqual(try workshop.build().ran, [])
    XCTAssertEqual(workshop.program, program)
  }

  func testChangedToolRunsItsJobsAndStopsWhereOutputsAgree() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.files.put("/molt/bin/molt-lower", "a newer molt-lower")
    workshop.files.clock += 10_000_000_000
    XCTAssertEqual(try workshop.build().ran, ["lower __main__", "lower other", "lower util"])
  }

  func testOptionsAndTargetsHaveResultsOfTheirOwn() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.request.target = .wasi
    let otherTarget = try workshop.build().ran
    XCTAssertTrue(otherTarget.contains("codegen util") && otherTarget.contains("plan"), "\(otherTarget)")
    workshop.request.target = .linux
    XCTAssertEqual(try workshop.build().outcome, .built)
    workshop.request.optimise = false
    XCTAssertTrue(try workshop.build().ran.contains("codegen util"))
  }

  func testAnotherInstallationIsLookedAt() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.install(at: "/opt/molt")
    // The same tools: what they make is known.
    XCTAssertEqual(try workshop.build().ran, [])
    workshop.files.put("/opt/molt/bin/molt-codegen", "newer")
    workshop.files.clock += 10_000_000_000
    workshop.installation = Installation(tools: "/molt/bin", runtimes: "/molt/lib/molt")
    XCTAssertEqual(try workshop.build().ran, [])
    workshop.installation = Installation(tools: "/opt/molt/bin", runtimes: "/opt/molt/lib/molt")
    XCTAssertEqual(
      try workshop.build().ran,
      ["codegen __main__", "codegen other", "codegen util", "compile __main__/0", "compile other/0", "compile util/0"])
  }

  func testModesOfCodeGenerationAreBuiltApart() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    workshop.request.failsGuards = true
    XCTAssertEqual(try workshop.build().ran, ["codegen __main__", "codegen other", "codegen util"])
    workshop.request.failsGuards = false
    XCTAssertEqual(try workshop.build().ran, [])
    workshop.request.countsReferences = true
    XCTAssertEqual(try workshop.build().ran, ["codegen __main__", "codegen other", "codegen util"])
    workshop.request.countsReferences = false
    XCTAssertEqual(try workshop.build().ran, [])
  }

  func testRemarksAreKeptAndCostOnlyCodeGeneration() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    XCTAssertEqual(try workshop.record!.remarks(files: workshop.files), "")
    workshop.options.showsRemarks = true
    XCTAssertEqual(try workshop.build().ran, ["codegen __main__", "codegen other", "codegen util"])
    XCTAssertEqual(
      try workshop.record!.remarks(files: workshop.files),
      "__main__.py:1:1: remark: slow\nother.py:1:1: remark: slow\nutil.py:1:1: remark: slow\n")
    XCTAssertEqual(try workshop.build().outcome, .upToDate)
    workshop.options.showsRemarks = false
    XCTAssertEqual(try workshop.build().ran, [])
    XCTAssertEqual(try workshop.record!.remarks(files: workshop.files), "")
  }

  func testStoreIsSharedByPrograms() throws {
    let first = Workshop(sources)
    try first.build()
    let second = Workshop(sources)
    second.store = first.store
    let (outcome, ran) = try second.build()
    XCTAssertEqual(outcome, .built)
    XCTAssertEqual(ran, [])
    XCTAssertEqual(second.program, first.program)
  }

  func testDamagedRecordOnlyCostsTime() throws {
    let workshop = Workshop(sources)
    try workshop.build()
    let path = Build.recordPath(workshop.request)
    workshop.files.files[path]!.bytes[60] ^= 1
    let (outcome, ran) = try workshop.build()
    XCTAssertEqual(outcome, .built)
    XCTAssertEqual(ran, [])
  }

  func testParallelismIsBoundedAndDoesNotShowInTheResult() throws {
    var programs: Set<String> = []
    for limit in [1, 2, 7] {
      let workshop = Workshop(sources)
      workshop.limit = limit
      try workshop.build()
      XCTAssertLessThanOrEqual(workshop.tools.largestRunning, limit)
      programs.insert(workshop.program)
    }
    XCTAssertEqual(programs.count, 1)
  }

  func testEditDuringTheBuildIsNoticed() throws {
    let workshop = Workshop(sources)
    workshop.onStart = { job in
      if job == "parse util" { workshop.files.put("/app/util.py", "def h\nchanged meanwhile") }
    }
    XCTAssertThrowsError(try workshop.build()) { error in
      XCTAssertEqual((error as? ToolError)?.message, "util.py: the file changed while it was compiled; build again")
    }
    workshop.onStart = { _ in }
    workshop.files.clock += 10_000_000_000
    XCTAssertEqual(try workshop.build().outcome, .built)
    XCTAssertTrue(workshop.program.contains("changed meanwhile"))
  }

  func testFreshFileIsReadAgain() throws {
    let workshop = Workshop(sources)
    // Same size, same stamp: only the text differs, as after an edit within the resolution of the clock.
    workshop.edit("main.py", "main code")
    workshop.files.clock -= 10_000_000_000
    try workshop.build()
    workshop.files.files["/app/main.py"]!.bytes = Array("MAIN CODE".utf8)
    XCTAssertEqual(
      try workshop.build().ran, ["codegen __main__", "compile __main__/0", "link", "lower __main__", "parse __main__"])
  }

  func testExplanations() throws {
    let workshop = Workshop(sources)
    workshop.options.explain = true
    try workshop.build()
    XCTAssertTrue(workshop.console.explanations.contains("parse util: it is new"))
    workshop.edit("util.py", "def f\nbetter code")
    try workshop.build()
    XCTAssertEqual(
      workshop.console.explanations,
      [
        "parse util: util.py changed", "lower util: tree of util changed", "codegen util: MIR of util changed",
        "compile util/0: code of the part changed", "link: object 0 of util changed",
      ])
  }
}
