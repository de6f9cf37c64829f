import XCTest

@testable import MoltPlan

final class MoltPlanTests: XCTestCase {
}
