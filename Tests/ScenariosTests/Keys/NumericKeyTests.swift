import Quantities
import Scenarios
import Testing

@Suite struct NumericKeyTests {
  @Test(arguments: [
    ("shocks[0].closure.for", "days", true), ("model.criticality", "", false),
    ("shocks[3].capacity.by", "%", false), ("model.inventory.C", "days", false),
    ("model.inventory", "days", false), ("model.redirect.speed", "points a day", false),
    ("shocks[0].price.to", "USD/bbl", false), ("horizon", "days", true),
    ("responses[0].release.holders.JPN", "bbl", false),
    ("shocks[0].closure.share through.JPN", "%", false),
  ]) func numbersHaveUnits(_ path: String, _ unit: String, _ isWhole: Bool) throws {
    let numeric = try #require(KeyTable.numericKey(at: path))
    #expect(numeric.units.first == unit)
    #expect(numeric.isWhole == isWhole)
  }

  @Test(arguments: [
    "title", "model", "shocks[0].closure", "shocks[0].closure.from", "model.preset", "sonae",
    "responses[0].release.holders", "uncertainty.seed", "nowhere", "report.regions",
  ]) func othersAreNotNumeric(_ path: String) { #expect(KeyTable.numericKey(at: path) == nil) }

  @Test func aStepTakesTheUnitOfTheRange() throws {
    let numeric = try #require(KeyTable.numericKey(at: "shocks[0].closure.for"))
    let weeks = try numeric.quantity("2 weeks")
    #expect(try numeric.quantity("3", unit: weeks.unit).base == 21)
    #expect(throws: QuantityFault.missingUnit) { try numeric.quantity("3") }
    #expect(numeric.text(of: 29.9999999, in: weeks.unit) == "30 weeks")
  }
}
