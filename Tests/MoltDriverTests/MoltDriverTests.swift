import XCTest

@testable import MoltDriver

final class MoltDriverTests: XCTestCase {
}
