import ComparativeStatics
import Files
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// Published worked cases, to their printed digits; `Fixtures/README.md` names the sources.
@Suite struct ReferenceTests {
  /// Largest difference of two arrays.
  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  @Test func chile2013() throws {
    let (data, expected) = (try Fixture("chile2013"), try Fixture("chile2013-expected"))
    let use = try data.matrix(from: 1, count: 12)
    // The vignette divides by what is not output; the divisor is part of the case.
    let divisor = try data.column("divisor")
    let table = sampleTable(
      use, finalDemand: Matrix(rows: 12, columns: 1, repeating: 1), output: divisor)
    let model = try LeontiefModel(table)
    let linkages = Linkages(model)
    let perUnit = { (name: String) in zip(try data.column(name), divisor).map { $0 / $1 } }
    let jobs = EmploymentMultipliers(model, jobs: try data.column("employees"))
    let inverse = model.leontiefInverse()
    let rows = inverse.rowSums
    let mean = rows.reduce(0, +) / 12
    let found: [(name: String, values: [Double], lastDigit: Double)] = [
      ("equilibrium_output", model.output(forFinalDemand: divisor), 1),
      ("output_multiplier", linkages.backward, 0.01),
      ("income_multiplier", model.throughEveryTier(try perUnit("wage")), 0.001),
      ("employment_multiplier", jobs.typeI, 0.1),
      ("backward_linkage_colsumA", model.technicalCoefficients.columnSums, 0.001),
      ("forward_linkage_rowsumA", model.technicalCoefficients.rowSums, 0.001),
      ("power_of_dispersion", linkages.powerOfDispersion, 0.001),
      ("sensitivity_of_dispersion", rows.map { $0 / mean }, 0.001),
    ]
    for figure in found {
      #expect(
        distance(figure.values, try expected.column(figure.name)) < figure.lastDigit,
        "\(figure.name)")
    }
    let printed = try Fixture("chile2013-inverse").matrix(from: 1, count: 12)
    #expect(distance(inverse.elements, printed.elements) <= 0.0005)
  }

  private func toy() throws -> (Fixture, InputOutputTable) {
    let data = try Fixture("ioanalysis-toy")
    let final = try data.column("final_demand")
    return (
      data,
      sampleTable(
        try data.matrix(from: 1, count: 10),
        finalDemand: Matrix(rows: 10, columns: 1, elements: final),
        output: try data.column("output"), regions: 2)
    )
  }

  @Test func toyLinkages() throws {
    let (data, table) = try toy()
    let linkages = Linkages(try LeontiefModel(table))
    #expect(distance(linkages.backward, try data.column("backward")) < 1e-13)
    #expect(distance(linkages.forward, try data.column("forward")) < 1e-13)
  }

  /// The package takes x less what the rest gives for a part of final demand (or inputs) only.
  @Test(arguments: [("backward", ExtractionKind.backward), ("forward", .forward)])
  func toyExtraction(_ type: String, _ kind: ExtractionKind) throws {
    let (data, table) = try toy()
    let model = try LeontiefModel(table)
    let side = try data.column(kind == .forward ? "value_added" : "final_demand")
    let cases = try Fixture("ioanalysis-toy-extraction")
    let expected = try cases.matrix(from: 2, count: 10)
    var compared = 0
    for (row, cells) in cases.table.rows.enumerated() where cells[0] == type {
      let node = try #require(data.table.rows.firstIndex { $0[0] == cells[1] })
      let found = HypotheticalExtraction(model, of: [node], kind, sides: side)
      let losses = found.after.indices.map { table.grossOutput[$0] - found.after[$0] }
      #expect(distance(losses, expected.row(row)) < 1e-9)
      compared += 1
    }
    #expect(compared == 4)
  }

  /// `backward.total` keeps the diagonal: the others lose as in complete extraction, the node all
  /// but its own demand through its own use.
  @Test func toyTotalExtraction() throws {
    let (data, table) = try toy()
    let model = try LeontiefModel(table)
    let side = try data.column("final_demand")
    let cases = try Fixture("ioanalysis-toy-extraction")
    let expected = try cases.matrix(from: 2, count: 10)
    for (row, cells) in cases.table.rows.enumerated() where cells[0] == "backward.total" {
      let node = try #require(data.table.rows.firstIndex { $0[0] == cells[1] })
      let found = HypotheticalExtraction(model, of: [node], .complete, sides: side)
      var after = found.after
      after[node] = side[node] / (1 - model.technicalCoefficients[node, node])
      let losses = after.indices.map { table.grossOutput[$0] - after[$0] }
      #expect(distance(losses, expected.row(row)) < 1e-9)
    }
  }

  @Test func pymrioFootprints() throws {
    let data = try Fixture("pymrio-test")
    let expected = try Fixture("pymrio-test-expected")
    let emissions = try data.column("emissions")
    // Emissions stand where value added would: its exports are then emissions for use abroad.
    let table = sampleTable(
      try data.matrix(from: 1, count: 48), finalDemand: try data.matrix(from: 49, count: 6),
      valueAdded: Matrix(rows: 1, columns: 48, elements: emissions), regions: 6)
    let model = try LeontiefModel(table)
    let multipliers = Multipliers(model)
    #expect(relativeDistance(multipliers.valueAdded, try data.column("multiplier")) < 1e-10)
    let trade = TradeInValueAdded(model)
    #expect(relativeDistance(trade.vax, try expected.column("exports")) < 1e-10)
    let final = RegionalFlows.finalDemand(table)
    let consumption = (0..<6).map { r in
      zip(multipliers.valueAdded, final.column(r)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(relativeDistance(consumption, try expected.column("consumption")) < 1e-10)
    // Consumption less imports is what a region emits less what it emits for others.
    let own = (0..<6).map { r in emissions[(8 * r)..<(8 * r + 8)].reduce(0, +) }
    let imports = (0..<6).map { consumption[$0] - own[$0] + trade.vax[$0] }
    #expect(relativeDistance(imports, try expected.column("imports")) < 1e-10)
  }
}
