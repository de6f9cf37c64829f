import MoltSupport
import MoltSyntax
import XCTest

@testable import MoltTree

final class ParsedModuleTests: XCTestCase {
}
