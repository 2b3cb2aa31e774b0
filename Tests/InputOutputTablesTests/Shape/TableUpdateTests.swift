import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct TableUpdateTests {
  static func margins(_ text: String, of table: InputOutputTable) throws -> TableMargins {
    try TableMargins.read(Source(name: "totals.csv", text: text), of: table)
  }

  static let header = "label,row_total,column_total\n"

  @Test(arguments: 0..<3) func presentTotalsChangeNothing(_ index: Int) throws {
    let table = reshapedTables[index]
    let (new, report) = try table.updated(
      to: try Self.margins(Self.header, of: table), by: .gras)
    #expect(report.gap <= 1e-10)
    let pairs = [
      (new.intermediateUse.elements, table.intermediateUse.elements),
      (new.finalDemand.elements, table.finalDemand.elements), (new.valueAdded, table.valueAdded),
      (new.grossOutput, table.grossOutput),
    ]
    for (found, expected) in pairs { #expect(relativeDistance(found, expected) < 1e-12) }
  }

  @Test func newTotalsAreMetAndTheTableStaysInBalance() throws {
    let table = reshapedTables[0]
    let growth = table.grossOutput[0] * 0.1
    let bought = table.finalDemand.columnSums[0]
    let text =
      Self.header + "R0_S0,\(table.grossOutput[0] + growth),\nR0_HFCE,,\(bought + growth)\n"
    let (new, _) = try table.updated(to: try Self.margins(text, of: table), by: .ras)
    #expect(abs(new.grossOutput[0] - 1.1 * table.grossOutput[0]) < 1e-9)
    #expect(abs(new.finalDemand.columnSums[0] - bought - growth) < 1e-6)
    let sold = zip(new.intermediateUse.rowSums, new.finalDemand.rowSums).map { $0 + $1 }
    #expect(relativeDistance(sold, new.grossOutput) < 1e-9)
    let costs = zip(new.intermediateUse.columnSums, new.valueAdded).map { $0 + $1 }
    #expect(relativeDistance(costs, new.grossOutput) < 1e-12)
    #expect(new.description.source.hasSuffix("updated to new totals by RAS"))
  }

  /// Rows of every kind are scaled together, so that output stays the sum of all of them.
  @Test(arguments: 1...4) func rowsOfEveryKindFollow(_ seed: Int) throws {
    let table = randomNationalTable(sectors: 4, seed: UInt64(seed))
    let growth = table.grossOutput[1] * 0.2
    let bought = table.finalDemand.columnSums[2]
    let text =
      Self.header + "S1,\(table.grossOutput[1] + growth),\nEXPORTS,,\(bought + growth)\n"
    let (new, _) = try table.updated(to: try Self.margins(text, of: table), by: .gras)
    #expect(new.primaryInputKinds == table.primaryInputKinds)
    let costs = zip(new.intermediateUse.columnSums, new.allPrimaryInputs).map { $0 + $1 }
    #expect(relativeDistance(costs, new.grossOutput) < 1e-9)
    for k in 0..<5 {
      let (old, now) = (table.primaryInputs[k, 1], new.primaryInputs[k, 1])
      let share = old / table.allPrimaryInputs[1]
      #expect(abs(now / new.allPrimaryInputs[1] - share) < 1e-12)
    }
  }

  @Test(arguments: TableMargins.Side.allCases) func whatIsLeftOutIsScaledUntilBothSumsAgree(
    _ side: TableMargins.Side
  ) throws {
    let table = reshapedTables[0]
    let text = Self.header + "R0_S0,\(2 * table.grossOutput[0]),\nR1_HFCE,,50\n"
    let given = try Self.margins(text, of: table)
    #expect(throws: DiagnosticList.self) { try table.updated(to: given, by: .gras) }
    let scaled = try given.scaled(side)
    #expect(scaled.outputs[0] == given.outputs[0] && scaled.finalDemand[2] == 50)
    let columns = scaled.inputs.reduce(0, +) + scaled.finalDemand.reduce(0, +)
    #expect(abs(scaled.outputs.reduce(0, +) / columns - 1) < 1e-12)
    let ratios =
      side == .rows ? (scaled.outputs[1], given.outputs[1]) : (scaled.inputs[1], given.inputs[1])
    let other =
      side == .rows ? (scaled.outputs[5], given.outputs[5]) : (scaled.inputs[5], given.inputs[5])
    #expect(abs(ratios.0 / ratios.1 - other.0 / other.1) < 1e-12 && ratios.0 != ratios.1)
    let (new, _) = try table.updated(to: scaled, by: .gras)
    #expect(abs(new.finalDemand.columnSums[2] - 50) < 1e-6)
  }

  @Test func totalsThatNoScalingReachesAreRefused() throws {
    let table = reshapedTables[1]
    let all = table.nodeLabels.map { "\($0),1,\n" }.joined()
    let tooMuch = Self.header + "R0_HFCE,,1e9\n"
    for (text, side) in [(Self.header + all, TableMargins.Side.rows), (tooMuch, .columns)] {
      let error = try #require(throws: DiagnosticList.self) {
        try Self.margins(text, of: table).scaled(side)
      }
      #expect(error.diagnostics.map(\.problem.code) == ["not-scalable"])
    }
  }

  @Test func valueAddedItemsKeepTheirProportions() throws {
    let table = try load().table
    let text = Self.header + "A_x,60,\nA_HFCE,,\(table.finalDemand.columnSums[0] + 10)\n"
    let (new, _) = try table.updated(to: try Self.margins(text, of: table), by: .gras)
    let ratio = table.primaryInputs[0, 0] / table.primaryInputs[1, 0]
    #expect(abs(new.primaryInputs[0, 0] / new.primaryInputs[1, 0] - ratio) < 1e-12)
    #expect(abs(new.valueAdded[0] - 44) < 1e-6)
  }

  @Test func everyMistakeIsToldAtOnce() throws {
    let text =
      Self.header + "R0_S0,x,1\nR0_S0,1,1\nR9_S0,1,1\nR0_HFCE,5,\nR0_GFCF,,1e999\n"
    let error = try #require(throws: DiagnosticList.self) {
      try Self.margins(text, of: reshapedTables[0])
    }
    #expect(
      error.diagnostics.map(\.problem.code) == [
        "bad-margin", "code-twice", "unknown-code", "row-of-final-demand", "bad-margin",
      ])
    #expect(error.diagnostics.allSatisfy { $0.place != nil })
    let other = try #require(throws: DiagnosticList.self) {
      try Self.margins("label,total\n", of: reshapedTables[0])
    }
    #expect(other.diagnostics.map(\.problem.code) == ["missing-column", "missing-column"])
  }
}
