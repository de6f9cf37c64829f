import Foundation
import XCTest

@testable import MoltCodegen

/// The LLVM struct types of ABI.swift against the C layouts of molt_abi.h, on both targets, by the C compiler itself.
final class ABITests: XCTestCase {
  private static let counterparts = [
    "Header": "MoltObject", "Cell": "MoltCell", "Tuple": "MoltTuple", "Function": "MoltFunction", "Code": "MoltCode",
    "Module": "MoltModule", "Generator": "MoltGenerator", "Thread": "MoltThread", "Site": "MoltSite",
    "Position": "MoltPosition",
    "ReferenceCount": "MoltReferenceCount", "ReferenceCounts": "MoltReferenceCounts", "ModuleInfo": "MoltModuleInfo",
  ]

  /// `struct Name { … };` for a line `%Name = type { … }`; the flexible array at the end gets one element, as in C.
  private func mirror(_ line: Substring) -> (name: String, text: String)? {
    guard line.hasPrefix("%"), let open = line.firstIndex(of: "{"), let close = line.lastIndex(of: "}") else {
      return nil
    }
    let name = String(line.dropFirst().prefix { $0 != " " })
    let fields = line[line.index(after: open)..<close].split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    var body = ""
    for (index, field) in fields.enumerated() {
      switch field {
      case "ptr": body += "void *f\(index); "
      case "i32": body += "int32_t f\(index); "
      case "i64": body += "int64_t f\(index); "
      case "%Header": body += "MoltObject f\(index); "
      default: body += "int64_t f\(index)[1]; "
      }
    }
    return (name, "struct Mirror\(name) { \(body)};\n")
  }

  func testLayoutsAgreeWithTheHeader() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for target in Target.allCases {
      var source = "#include <stddef.h>\n#include <molt_abi.h>\n"
      var checked = 0
      for line in ABI.types(target).split(separator: "\n") {
        guard let (name, text) = mirror(line), let real = Self.counterparts[name] else { continue }
        source += text
        source += "_Static_assert(sizeof(struct Mirror\(name)) == sizeof(\(real)), \"size of \(real)\");\n"
        checked += 1
      }
      XCTAssertEqual(checked, Self.counterparts.count)
      let fields: [(String, Int, String, String)] = [
        ("Cell", ABI.cellValue, "MoltCell", "value"), ("Tuple", ABI.tupleItems, "MoltTuple", "items"),
        ("Function", ABI.functionCode, "MoltFunction", "code"),
        ("Function", ABI.functionClosure, "MoltFunction", "closure"),
        ("Generator", ABI.generatorFunction, "MoltGenerator", "function"),
        ("Generator", ABI.generatorState, "MoltGenerator", "state"),
        ("Generator", ABI.generatorLive, "MoltGenerator", "live"),
        ("Generator", ABI.generatorPosition, "MoltGenerator", "position"),
        ("Generator", ABI.generatorFrame, "MoltGenerator", "frame"),
        ("Thread", ABI.threadDepth, "MoltThread", "depth"),
        ("Thread", ABI.threadDepthLimit, "MoltThread", "depthLimit"),
      ]
      for (mirrored, index, real, field) in fields {
        source +=
          "_Static_assert(offsetof(struct Mirror\(mirrored), f\(index)) == offsetof(\(real), \(field)), \"\(real).\(field)\");\n"
      }
      source +=
        "_Static_assert(MOLT_INT_BIAS == \(ABI.intBias)u && MOLT_FLOAT_BIAS == \(ABI.floatBias)u, \"value encoding\");\n"
      source +=
        "_Static_assert(offsetof(MoltLayout, offsets) == \(target.layoutOffsets), \"MoltLayout.offsets\");\n"
      source +=
        "_Static_assert(offsetof(MoltLayout, floatVersion) == \(ABI.layoutFloatVersion), \"MoltLayout.floatVersion\");\n"
      source += "_Static_assert(MOLT_IMMORTAL == \(ABI.immortal), \"immortal\");\n"
      // A directory of its own: clang looks for the header beside the source first.
      let directory = FileManager.default.temporaryDirectory.appendingPathComponent("molt-abi-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: directory) }
      let file = directory.appendingPathComponent("abi-\(target.rawValue).c")
      try source.write(to: file, atomically: true, encoding: .utf8)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "clang", "--target=\(target.triple)", "-ffreestanding", "-fsyntax-only", "-I",
        root.appendingPathComponent("Sources/MoltABI/include").path, file.path,
      ]
      try process.run()
      process.waitUntilExit()
      XCTAssertEqual(process.terminationStatus, 0, "layouts differ for \(target.rawValue)")
    }
  }
}
