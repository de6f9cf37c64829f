import XCTest

@testable import MoltCodegen

final class MoltCodegenTests: XCTestCase {
}
