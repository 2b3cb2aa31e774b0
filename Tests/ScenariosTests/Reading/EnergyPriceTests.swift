import Commodities
import Diagnostics
import LinearAlgebra
import Scenarios
import Testing

/// Prices per MMBtu, as gas is traded, of commodities that have an energy content.
@Suite struct EnergyPriceTests {
  private static let commodities = Result { () throws(DiagnosticList) in
    try CommodityCatalogue.bundled().filter { ["crude oil", "LNG"].contains($0.name) }
  }

  private func decode(_ lever: String) throws -> Scenario {
    let table = sampleTable(regions: ["JPN", "CHN", "KOR", "USA", "ROW"], sectors: sampleSectors)
    return try ScenarioDecoder.decode(
      Sample.document("economy: x\n\(lever)\n"), names: Names(table, Self.commodities.get()),
      defaults: Sample.defaults.get()
    ).base
  }

  /// Any price per MMBtu is the price per tonne of that energy, in shocks and in baselines.
  @Test(arguments: 1...8) func aPricePerMMBtuIsAPricePerTonne(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let gas = try #require(Self.commodities.get().first { $0.name == "LNG" })
    let content = try #require(gas.energyContent)
    let price = (1 + 99 * random.nextUniform() * 64).rounded() / 64
    for (list, key) in [(LeverList.shocks, "to"), (.baseline, "at")] {
      let energy = try decode(
        "\(list.rawValue):\n  - price: {commodity: LNG, \(key): \(price) USD/MMBtu}")
      let weight = try decode(
        "\(list.rawValue):\n  - price: {commodity: LNG, \(key): \(price * content) USD/t}")
      #expect(energy.written(list) == weight.written(list))
      let mistyped = try decode(
        "\(list.rawValue):\n  - price: {commodity: LNG, \(key): \(price) USD/t}")
      #expect(energy.written(list) != mistyped.written(list))
    }
  }

  @Test func aCommodityWithoutEnergyContentHasNoPricePerMMBtu() throws {
    let refused = #expect(throws: DiagnosticList.self) {
      try decode("shocks:\n  - price: {commodity: crude oil, to: 9 USD/MMBtu}")
    }
    let problem = try #require(refused?.diagnostics.first?.problem)
    #expect(problem.help(in: .en) == "accepted: `USD/bbl`")
  }

  @Test func gasWithAnyOtherUnitIsToldOfMMBtu() throws {
    let refused = #expect(throws: DiagnosticList.self) {
      try decode("shocks:\n  - price: {commodity: LNG, to: 9 USD/bbl}")
    }
    let problem = try #require(refused?.diagnostics.first?.problem)
    #expect(problem.help(in: .en) == "accepted: `USD/kg`, `USD/t`, `USD/MMBtu`")
  }
}
