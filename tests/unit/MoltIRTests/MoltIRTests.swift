import XCTest

@testable import MoltIR

final class MoltIRTests: XCTestCase {
}
