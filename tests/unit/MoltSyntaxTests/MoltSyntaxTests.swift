import XCTest

@testable import MoltSyntax

final class MoltSyntaxTests: XCTestCase {
}
