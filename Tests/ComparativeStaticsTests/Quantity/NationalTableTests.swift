import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// Statics of a table whose inputs are partly imported and taxed.
@Suite struct NationalTableTests {
  static let tables = (1...8).map { randomNationalTable(sectors: 1 + $0, seed: UInt64($0)) }

  /// A unit of final demand ends in value added, imports, taxes and margins, and in nothing else.
  @Test(arguments: 0..<8) func aUnitOfFinalDemandIsSharedByAllKinds(_ index: Int) throws {
    let table = Self.tables[index]
    let model = try LeontiefModel(table)
    let parts = PrimaryInputKind.allCases.map { model.throughEveryTier(table.coefficients($0)) }
    for j in 0..<table.nodeCount {
      #expect(abs(parts.reduce(0) { $0 + $1[j] } - 1) < 1e-12)
    }
    let valueAdded = Multipliers(model).valueAdded
    #expect(valueAdded.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(zip(valueAdded, parts[0]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test(arguments: 0..<8) func everyCostIsInTheBasePrice(_ index: Int) throws {
    let model = try LeontiefModel(Self.tables[index])
    #expect(PriceModel(model).basePrices.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test(arguments: 0..<8) func allPrimaryInputsAllowTheOutput(_ index: Int) throws {
    let table = Self.tables[index]
    let x = try GhoshModel(table).output(forPrimaryInputs: table.allPrimaryInputs)
    #expect(relativeDistance(x, table.grossOutput) < 1e-12)
  }

  /// Exports of the table's own column, whose content is home value added, imports and taxes.
  @Test(arguments: 0..<8) func exportsAreTracedToHomeAndAbroad(_ index: Int) throws {
    let table = Self.tables[index]
    let model = try LeontiefModel(table)
    let exports = table.exportsOutside
    let trade = TradeInValueAdded(model)
    let taxed = zip(
      model.throughEveryTier(
        zip(table.coefficients(.productTaxes), table.coefficients(.margins)).map { $0 + $1 }),
      exports
    ).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(isNear(trade.exports[0], exports.reduce(0, +)))
    #expect(isNear(trade.domestic[0] + trade.foreign[0] + taxed, trade.exports[0]))
    #expect(isNear(trade.vax[0], trade.domestic[0]))
    let nine = ExportDecomposition(model)
    #expect(isNear(nine.vax[0], trade.vax[0]) && isNear(nine.foreign[0], trade.foreign[0]))
    let borin = BorinMancini(model)
    #expect(isNear(borin.domestic[0], trade.domestic[0]))
    #expect(isNear(borin.foreign[0], trade.foreign[0]))
  }

  /// Imports of home products: the table of the case in which they were value added.
  @Test func multipliersByHand() throws {
    let table = try EconomyLoader.load(
      "nat",
      files: [
        "Z.csv": ",agr,man\nagr,10,20\nman,30,5\n",
        "Y.csv": ",HFCE,EXPORTS\nagr,50,20\nman,40,25\n",
        "VA.csv": ",agr,man\nIMPORTS,20,35\nwages,30,25\nsurplus,10,15\n",
      ].mapValues { Array($0.utf8) }
    ).table
    // A = (0.1, 0.2; 0.3, 0.05), |I - A| = 0.795: L = (0.95, 0.2; 0.3, 0.9)/0.795.
    let found = Multipliers(try LeontiefModel(table))
    #expect(isNear(found.valueAdded[0], 0.4 * 1.25 / 0.795))
    #expect(isNear(found.valueAdded[1], 0.4 * 1.1 / 0.795))
    #expect(HouseholdIncome(table).basis == .compensation(["wages"]))
  }

  /// Income is value added alone where no row names wages.
  @Test func importsAreNoIncome() throws {
    let table = Self.tables[3]
    let renamed = InputOutputTable(
      description: table.description, separator: "", regions: table.regions,
      sectors: table.sectors, countries: [], nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector,
      intermediateUse: table.intermediateUse, finalDemandLabels: table.finalDemandLabels,
      finalDemandRegion: table.finalDemandRegion, finalDemand: table.finalDemand,
      primaryInputLabels: ["a", "b", "c", "d", "e"], primaryInputs: table.primaryInputs,
      primaryInputKinds: table.primaryInputKinds, grossOutput: table.grossOutput)
    #expect(HouseholdIncome(renamed).income == renamed.valueAdded)
  }

  /// Prices at home do not move consumers abroad.
  @Test func consumerPricesLeaveExportsOut() {
    let table = Self.tables[3]
    var change = [Double](repeating: 0, count: table.nodeCount)
    change[0] = 0.1
    let bought = table.finalDemand.column(0)
    let expected = 0.1 * bought[0] / bought.reduce(0, +)
    let found = ConsumerPrices(priceChange: change, in: table)
    #expect(isNear(found.change[0], expected) && found.basis == [.households])
  }

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-11 * max(1, abs(expected))
  }
}
