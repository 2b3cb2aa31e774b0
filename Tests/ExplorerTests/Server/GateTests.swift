import Testing

@testable import Explorer

struct GateTests {
}
