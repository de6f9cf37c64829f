import XCTest

@testable import MoltLower

final class MoltLowerTests: XCTestCase {
}
