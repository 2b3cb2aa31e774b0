import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// What dearer imports do to private demand (LEVERS.md G).
struct IncomeTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)
  static let central = IncomeParameters(show: .within, propensity: 0.62, lagDays: 90)

  /// A commodity whose price makes the bill of 10 units a day `share` of GDP, 1e6 USD a year.
  static func spec(bill share: Double) -> OverlaySpec {
    var spec = OverlaySpec()
    spec.income = central
    spec.others.shocks = [
      Price(commodity: 0, to: 100 + share * 1e6 / 365 / 10, window: always)
    ]
    return spec
  }

  /// A region whose government alone imports, a tenth of GDP: `depreciation` over ten is the bill whatever
  /// its households do.
  static func steady(_ depreciation: Double, step: Double = 1) -> Trajectory {
    let economy = Economy(
      tradeTable([[100, 0], [0, 10]], columns: ["A_HFCE", "A_GGFC"], regions: [0, 0]))
    var parameters = model(1)
    parameters.income = central
    parameters.step = step
    let shock = Currency(
      region: 0, depreciation: depreciation, passThrough: 1, exportPassThrough: 1, window: always)
    return run(economy, [scenario(parameters, horizon: 365, [shock])])[0]
  }

  @Test func aBillOfOnePercent() {
    // s = 0.01·(1 − (1 − 1/90)^t), known the evening before; x = 100·(1 − 0.62·s).
    let t = Self.steady(0.1)
    let expected = [
      0: 100.0, 1: 99.9931111111111, 30: 99.82342135594998, 90: 99.60681221404283,
      180: 99.46297383941776, 364: 99.39061892790679,
    ]
    for (day, output) in expected { #expect(abs(t.output[2 * day] - output) < 1e-9, "day \(day)") }
    let mean = (0..<365).reduce(0) { $0 + t.output[2 * $1] } / 365
    #expect(abs(1 - mean / 100 - 0.004697125605032992) < 1e-11)
  }

  /// The commodity's bill is that of what is still ordered: a little less.
  @Test func aCommoditysBillFollowsWhatIsBought() {
    var spec = Self.spec(bill: 0.01)
    spec.horizon = 365
    let t = spec.run().trajectory
    #expect(abs(t.output[2] - 99.9931111111111) < 1e-9)
    #expect(99.39061892790679 < t.output[2 * 364] && t.output[2 * 364] < 99.395)
  }

  @Test(arguments: [2, 4]) func stepsOfADayPart(_ steps: Int) {
    let dt = 1 / Double(steps)
    let t = Self.steady(0.1, step: dt)
    for day in [0, 1, 30, 364] {
      let left = (0..<steps).map { part in
        1 - 0.62 * 0.01 * (1 - power(1 - dt / 90, day * steps + part))
      }
      #expect(abs(t.output[2 * day] - 100 * left.reduce(0, +) * dt) < 1e-9, "day \(day)")
    }
  }

  private func power(_ base: Double, _ times: Int) -> Double {
    (0..<times).reduce(1) { product, _ in product * base }
  }

  @Test func theBillIsOfWhatIsReceivedAbroad() {
    // A tenth is home production and half of A's 0.6 is banned: 10·(0.3 + 0.3) arrive from abroad.
    var spec = Self.spec(bill: 0.01)
    spec.importers[0].shares = ["A": 0.6, "B": 0.3, "R0": 0.1]
    spec.importers[0].stockDays = 90
    spec.orderCap = 0
    spec.bans = [.init(origin: "A", importer: 0, share: 0.5, window: Self.always)]
    spec.horizon = 3
    let t = spec.run().trajectory
    // The figure of imports is 9; a bill of 10 would be a hundredth.
    let share = 0.01 * 6 / 10
    #expect(abs(t.output[2] - 100 * (1 - 0.62 * share / 90)) < 1e-9)
  }

  @Test func aCheaperBillLetsDemandRise() {
    // Capacity holds it at first and grows over the year.
    let t = Self.spec(bill: -0.01).run().trajectory
    #expect(t.output[2] >= 100 && t.output[2 * 59] > 100)
  }

  @Test func aBillBeyondIncomeStopsPrivateDemandAndNoMore() {
    let t = Self.steady(100)
    #expect(t.output.allSatisfy { $0 >= 0 })
    #expect(t.output[2 * 364] == 0 && abs(t.output[2 * 364 + 1] - 10) < 1e-9)
  }

  /// Imports and exports of 15% of GDP, 60% and 50% of a tenth passed on: 0.15% of GDP.
  @Test func aCurrencyCostsItsTermsOfTrade() throws {
    let example = try WorkedExample.read("14-currency-swap")
    let terms = try example.at("real_income_loss")
    let (bought, sold) = (
      100 * (try terms.number("import_share")), 100 * (try terms.number("export_share"))
    )
    let economy = Economy(
      tradeTable(
        [[100 - sold, sold], [bought, 100 - bought]], columns: ["A_HFCE", "B_HFCE"],
        regions: [0, 1]))
    let t = income(
      economy, depreciation: try example.number("depreciation"),
      passing: (try terms.number("pass_imports"), try terms.number("pass_exports")))
    let left = 1 - 0.62 * (try terms.number("loss_share_of_gdp")) / 90
    #expect(abs(t.output[2] - ((100 - sold) * left + sold)) < 1e-9)
    #expect(abs(t.output[3] - (bought * left + 100 - bought)) < 1e-9)
  }

  /// Only private columns follow income: the government's and exports stay.
  @Test func theGovernmentSpendsAsUsual() {
    let economy = Economy(
      tradeTable(
        [[50, 20, 15, 15], [15, 0, 0, 85]], columns: ["A_HFCE", "A_GGFC", "A_GFCF", "B_HFCE"],
        regions: [0, 0, 0, 1]))
    // C = 80 of GDP 100: f = 1 − m·s·100/80 on households' and investors' 65 at home.
    let left = 1 - 0.62 * 0.0015 / 90 * 100 / 80
    let t = income(economy, depreciation: 0.1)
    #expect(abs(t.output[2] - (65 * left + 20 + 15)) < 1e-9)
  }

  /// A national table: imports are a row under it or a column taken off, exports a column.
  @Test func aNationalTableHasImportsOfItsOwn() {
    let row = randomNationalTable(sectors: 4, seed: 3)
    let gdp = row.valueAdded.reduce(0, +)
    let imports = row.importedInputs.reduce(0, +)
    let exports = row.exportsOutside.reduce(0, +)
    let spent = (0..<4).reduce(0) { $0 + row.finalDemand[$1, 0] + row.finalDemand[$1, 1] }
    let share = 0.1 * (0.9 * imports - 0.1 * exports) / gdp
    let left = 1 - 0.62 * share / 90 * gdp / spent
    let t = income(Economy(row), depreciation: 0.1, passing: (0.9, 0.1))
    for i in 0..<4 {
      let bought = (row.finalDemand[i, 0] + row.finalDemand[i, 1]) / 365
      #expect(abs(t.output[4 + i] - (t.output[i] - bought * (1 - left))) < 1e-9 * t.output[i])
    }
    let column = Economy(
      tradeTable([[90, 30, -20]], columns: ["HFCE", "EXPORTS", "IMPORTS"], regions: [0, 0, 0]))
    let weaker = income(column, depreciation: 0.1, passing: (0.9, 0.1))
    let loss = 0.1 * (0.9 * 20 - 0.1 * 30) / 100
    let after = 1 - 0.62 * loss / 90 * 100 / 90
    #expect(abs(weaker.output[1] - (weaker.output[0] - 90 * (1 - after))) < 1e-9)
  }

  private func income(
    _ economy: Economy, depreciation: Double,
    passing: (imports: Double, exports: Double) = (0.6, 0.5)
  ) -> Trajectory {
    var parameters = model(economy.productCount)
    parameters.income = Self.central
    let shock = Currency(
      region: 0, depreciation: depreciation, passThrough: passing.imports,
      exportPassThrough: passing.exports,
      window: Self.always)
    return run(economy, [scenario(parameters, horizon: 2, [shock])])[0]
  }
}
