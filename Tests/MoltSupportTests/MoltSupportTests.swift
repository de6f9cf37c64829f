import XCTest

@testable import MoltSupport

final class MoltSupportTests: XCTestCase {
}
