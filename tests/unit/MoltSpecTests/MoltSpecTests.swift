import XCTest

@testable import MoltSpec

final class MoltSpecTests: XCTestCase {
}
