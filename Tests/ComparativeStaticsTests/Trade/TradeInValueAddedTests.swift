import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// Exports are value added and double counting, in all three accounts, which agree where they must.
func expectExportIdentities(_ table: InputOutputTable, tolerance: Double) throws {
  let model = try LeontiefModel(table)
  let trade = TradeInValueAdded(model)
  let nine = ExportDecomposition(model)
  let twice = BorinMancini(model)
  let scale = max(trade.exports.reduce(0, +), 1e-3 * table.grossOutput.reduce(0, +))
  for s in table.regions.indices {
    let sums = [
      trade.domestic[s] + trade.foreign[s],
      nine.domestic[s] + nine.foreign[s] + nine.doubleCounted[s],
      twice.domestic[s] + twice.foreign[s] + twice.domesticDoubleCounted[s]
        + twice.foreignDoubleCounted[s],
    ]
    for sum in sums { #expect(abs(sum - trade.exports[s]) < tolerance * scale) }
    // Borin and Mancini (2019): their domestic totals are Koopman, Wang and Wei's.
    #expect(abs(nine.domestic[s] - twice.domestic[s]) < tolerance * scale)
    #expect(abs(nine.terms[s, 5] - twice.domesticDoubleCounted[s]) < tolerance * scale)
    #expect(abs(nine.vax[s] - trade.vax[s]) < tolerance * scale)
    #expect(trade.vax[s] <= nine.domestic[s] + tolerance * scale)
  }
}

@Suite struct TradeInValueAddedTests {
  /// Balanced tables of several regions.
  static let tables = [
    randomTable(regions: 3, sectors: 4, seed: 31), randomTable(regions: 5, sectors: 3, seed: 32),
    randomTable(
      regions: 4, sectors: 6, seed: 33,
      options: .init(zeroCellShare: 0.7, negativeFinalDemand: true, zeroOutputNodes: 2)),
  ]

  @Test(arguments: 0..<3) func exportsAreValueAddedAndDoubleCounting(_ index: Int) throws {
    try expectExportIdentities(Self.tables[index], tolerance: 1e-12)
  }

  @Test(arguments: 0..<3) func allValueAddedIsAbsorbedSomewhere(_ index: Int) throws {
    let table = Self.tables[index]
    let model = try LeontiefModel(table)
    // What a region's final demand does not absorb at home is absorbed abroad.
    let inverse = model.leontiefInverse()
    let v = table.valueAddedCoefficients
    let final = RegionalFlows.finalDemand(table)
    let made = inverse.times(final)
    let trade = TradeInValueAdded(model)
    for s in table.regions.indices {
      var (home, all) = (0.0, 0.0)
      for i in 0..<table.nodeCount where table.nodeRegion[i] == s {
        home += v[i] * made[i, s]
        all += table.valueAdded[i]
      }
      #expect(abs(all - home - trade.vax[s]) < 1e-11 * all)
    }
  }

  @Test(arguments: 0..<3) func valueAddedExportsAreAtMostGrossOnes(_ index: Int) throws {
    let table = Self.tables[index]
    let trade = TradeInValueAdded(try LeontiefModel(table))
    #expect(zip(trade.vax, trade.exports).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(trade.exports.allSatisfy { $0 > 0 })
  }

  @Test func aTableOfOneRegionExportsNothing() throws {
    let trade = TradeInValueAdded(try LeontiefModel(millerBlair))
    #expect(trade.exports == [0] && trade.domestic == [0] && trade.vax == [0])
  }

  /// Two regions of one sector by hand: A = (0, 0.5; 0, 0), x = (100, 100), all final demand in R1.
  @Test func aChainOfTwoRegionsByHand() throws {
    let table = sampleTable(
      Matrix(rows: 2, columns: 2, elements: [0, 50, 0, 0]),
      finalDemand: Matrix(rows: 2, columns: 2, elements: [50, 0, 40, 60]), regions: 2)
    let model = try LeontiefModel(table)
    let trade = TradeInValueAdded(model)
    #expect(trade.exports == [50, 40])
    #expect(trade.domestic == [50, 20] && trade.foreign == [0, 20])
    // R0 sells 50 of inputs to R1, which sends 40% of its output back: 30 of the 50 stay abroad.
    #expect(trade.vax == [30, 20])
    let nine = ExportDecomposition(model)
    #expect(nine.terms.row(0) == [0, 30, 0, 20, 0, 0, 0, 0, 0])
    #expect(nine.terms.row(1) == [20, 0, 0, 0, 0, 0, 20, 0, 0])
  }
}
