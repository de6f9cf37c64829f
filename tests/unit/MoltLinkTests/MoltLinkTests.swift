import XCTest

@testable import MoltLink

final class MoltLinkTests: XCTestCase {
}
