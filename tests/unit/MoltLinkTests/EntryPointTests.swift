import MoltPlan
import XCTest

@testable import MoltLink

final class EntryPointTests: XCTestCase {
  func testModulesAndMain() {
    let program = ProgramPlan(modules: ["__main__", "a\"b", "c"], main: "c")
    let text = String(decoding: Linker.entryPoint(program, triple: "x86_64-unknown-linux-gnu"), as: UTF8.self)
    XCTAssertTrue(text.contains("@\"molt.info:a\\22b\" = external hidden constant i8"))
    XCTAssertTrue(text.contains("{ ptr @modules, ptr @natives, i32 3, i32 2, i32 0, i32 0 }"))
    XCTAssertTrue(text.contains("define i32 @main("))
  }

  func testNativeModulesWithAllTheirNames() {
    let program = ProgramPlan(modules: ["m"], main: "m", natives: ["heapq", "sys"])
    let text = String(decoding: Linker.entryPoint(program, triple: "x86_64-unknown-linux-gnu"), as: UTF8.self)
    XCTAssertTrue(text.contains("i32 3, i32 0 }"), text)
    for name in ["heapq", "_heapq", "sys"] { XCTAssertTrue(text.contains("c\"\(name)\\00\""), text) }
    XCTAssertFalse(text.contains("molt_native_math"))
  }

  func testWASIEntryIsWhatItsLibcCalls() {
    let program = ProgramPlan(modules: ["m"], main: "m")
    let text = String(decoding: Linker.entryPoint(program, triple: "wasm32-unknown-wasi"), as: UTF8.self)
    XCTAssertTrue(text.contains("define i32 @__main_argc_argv("))
  }
}
