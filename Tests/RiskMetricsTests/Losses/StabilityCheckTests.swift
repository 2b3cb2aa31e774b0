import RiskMetrics
import Scenarios
import Testing

struct StabilityCheckTests {
  @Test func aThinAndSlowInputIsToldTwice() {
    let risks = StabilityCheck.risks(
      of: model(2, inventory: [5, 60], restock: [30, 30], psi: [0.5, 0.5]))
    #expect(
      risks == [
        .thinBuffer(sector: 0, days: 2.5), .slowRestocking(sector: 0, inventory: 5, restock: 30),
      ])
  }

  @Test(arguments: [
    model(1, inventory: [6], restock: [6], psi: [0.5]),
    model(1, inventory: [.infinity], restock: [30], psi: [1]),
    model(1, inventory: [1], restock: [30], psi: [1], criticality: 0),
  ])
  func thresholdsUnlimitedAndHarmlessInputsAreSafe(_ model: ModelParameters) {
    #expect(StabilityCheck.risks(of: model).isEmpty)
  }

  @Test func theKnownCollapseOfTheFamilyIsRisky() {
    let risks = StabilityCheck.risks(of: model(1, inventory: [15], restock: [30], psi: [0.8]))
    #expect(risks.contains(.slowRestocking(sector: 0, inventory: 15, restock: 30)))
  }
}
