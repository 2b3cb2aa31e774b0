import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// What must hold on any table, here on the bundled one and, where at hand, on published ones.
@Suite struct IdentityTests {
  /// Demand gives output back, primary inputs give it back, and unit costs give prices of 1.
  private func expectIdentities(_ table: InputOutputTable, demand: Double, inputs: Double) throws {
    let model = try LeontiefModel(table)
    let ghosh = GhoshModel(model)
    #expect(relativeDistance(model.baseOutput, table.grossOutput) < demand)
    let bought = table.intermediateUse.columnSums
    let primary = bought.indices.map { table.grossOutput[$0] - bought[$0] }
    let supplied = ghosh.output(forPrimaryInputs: primary)
    for j in supplied.indices where table.grossOutput[j] > 0 {
      #expect(abs(supplied[j] - table.grossOutput[j]) < 1e-9 * (table.grossOutput.max() ?? 0))
    }
    let prices = PriceModel(model).basePrices
    for j in prices.indices where table.grossOutput[j] > 0 {
      #expect(abs(prices[j] - 1) < inputs)
    }
    let position = ChainPosition(model)
    #expect((position.upstreamness + position.downstreamness).allSatisfy { $0.isFinite })
  }

  @Test func theBundledTableKeepsItsIdentities() throws {
    try expectIdentities(try bundled(), demand: 1e-11, inputs: 1e-9)
  }

  @Test(.enabled(if: sharedData("tables") != nil), arguments: publishedTables)
  func publishedTablesKeepTheirs(_ name: String) throws {
    // WIOD's 2011 table is stored in whole millions, so its rows miss their output a little.
    let isRounded = name == "wiod2011_full"
    try expectIdentities(
      try published(name), demand: isRounded ? 1e-3 : 1e-9, inputs: 1e-6)
  }

  @Test(.enabled(if: sharedData("tables") != nil), arguments: publishedTables)
  func exportsAreTheirValueAddedInPublishedTables(_ name: String) throws {
    let table = try published(name)
    try expectExportIdentities(table, tolerance: name == "wiod2011_full" ? 1e-3 : 1e-9)
  }

  @Test func exportsAreTheirValueAddedInTheBundledTable() throws {
    try expectExportIdentities(try bundled(), tolerance: 1e-10)
  }
}
