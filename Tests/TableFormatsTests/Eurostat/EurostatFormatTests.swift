import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// Eurostat's national tables: one country and year of a file of many.
@Suite struct EurostatFormatTests {
  private typealias World = EurostatWorld
  private static let world = EurostatWorld()

  private func delivery(
    _ lines: [[String]], _ name: String = "estat_naio_10_cp1700.tsv"
  ) -> Delivery {
    let isTSV = name.contains(".tsv")
    return Delivery("naio", .eurostat, [name: text(lines, separator: isTSV ? "\t" : ",")])
  }

  private func found(
    _ cells: [EurostatWorld.Cell], year: Int? = nil, region: String? = nil
  ) throws -> ImportedTable {
    try imported(delivery(World.tsv(cells)), year: year, region: region)
  }

  private func check(_ table: InputOutputTable, _ world: EurostatWorld) {
    #expect(table.sectors.map(\.code) == World.sectors)
    #expect(table.finalDemandLabels == World.finals)
    for (i, row) in World.sectors.enumerated() {
      for (j, column) in World.sectors.enumerated() {
        #expect(table.intermediateUse[i, j] == world.home[row]?[column])
      }
      for (j, column) in World.finals.enumerated() {
        #expect(table.finalDemand[i, j] == world.home[row]?[column])
      }
    }
    #expect(table.grossOutput == World.sectors.map { world.output[$0] })
    #expect(table.valueAdded == World.sectors.map { world.valueAdded[$0] })
    #expect(table.importedInputs == world.importedInputs)
    #expect(table.primaryInputs(.productTaxes) == World.sectors.map { world.taxes[$0] })
    #expect(TableAudit(table).nodes.allSatisfy { $0.rowGap == 0 && $0.columnGap == 0 })
  }

  /// Sums of sectors and of uses, parts of value added and both units stand in the file.
  @Test func homeFlowsAreTakenAndImportsAreARow() throws {
    var cells = Self.world.cells()
    cells += cells.map { cell in
      var other = cell
      other.unit = "MIO_NAC"
      other.value = "1"
      return other
    }
    let made = try found(cells)
    check(made.table, Self.world)
    #expect(
      made.table.description.year == 2020 && made.table.description.moneyUnit == "million EUR")
    #expect(made.table.countries.map(\.code) == ["AUT"])
    #expect(made.table.exportsOutside == World.sectors.map { Self.world.home[$0]?["P6"] })
    let sums = try #require(made.provenance.remarks.first { $0.code == "sums-dropped" })
    #expect(sums.message(in: .en).contains("CPA_C, CPA_L68"))
  }

  @Test(arguments: [["DOM"], ["DOM", "IMP"], ["DOM", "TOTAL"], ["IMP", "TOTAL"]])
  func theOriginsThatAreThereGiveOneTable(_ origins: [String]) throws {
    check(try found(Self.world.cells(origins: origins)).table, Self.world)
  }

  @Test func theFlatFileGivesTheSameTable() throws {
    let lines = World.sdmx(Self.world.cells())
    check(try imported(delivery(lines, "naio_10_cp1700_linear.csv")).table, Self.world)
  }

  @Test func aCountryAndAYearAreChosen() throws {
    let worlds = [
      EurostatWorld(country: "AT", year: 2015, seed: 1), EurostatWorld(country: "AT", seed: 2),
      EurostatWorld(country: "EL", year: 2015, seed: 3),
    ]
    let cells = worlds.flatMap { $0.cells() }
    check(try found(cells, region: "AT").table, worlds[1])
    check(try found(cells, year: 2015, region: "aut").table, worlds[0])
    check(try found(cells, region: "GRC").table, worlds[2])
    let codes = { (year: Int?, region: String?) in
      try failures(delivery(World.tsv(cells)), year: year, region: region).map(\.problem.code)
    }
    #expect(try codes(nil, nil) == ["several-regions"])
    #expect(try codes(nil, "FR") == ["no-region"])
    #expect(try codes(2016, "AT") == ["no-year"])
    #expect(try codes(2020, "EL") == ["no-year"])
  }

  /// With all flows alone, imports are taken out by one share a product: output, value added and
  /// imports in all stay, and the table balances.
  @Test func allFlowsAreParted() throws {
    let made = try found(Self.world.cells(origins: ["TOTAL"]))
    let table = made.table
    #expect(table.grossOutput == World.sectors.map { Self.world.output[$0] })
    #expect(table.valueAdded == World.sectors.map { Self.world.valueAdded[$0] })
    let gap = TableAudit(table).nodes.map { max($0.rowGap, $0.columnGap) }.max() ?? 1
    #expect(gap < 1e-12)
    #expect(table.importedInputs.allSatisfy { $0 > 0 })
    #expect(made.provenance.remarks.contains { $0.code == "imports-by-share" })
  }

  @Test func partsThatDoNotAddUpAreDropped() throws {
    let cells = Self.world.cells().filter { ![$0.row, $0.column].contains("CPA_L68B") }
    let made = try found(cells)
    #expect(made.table.sectors.map(\.code).contains("CPA_L68"))
    #expect(!made.table.sectors.map(\.code).contains("CPA_L68A"))
    #expect(made.table.grossOutput.reduce(0, +) == Self.world.output.values.reduce(0, +))
    #expect(made.provenance.remarks.contains { $0.code == "parts-dropped" })
  }

  @Test func sumsStandInForPartsThatAreNotThere() throws {
    let gone = ["P52", "P53", "D29X39", "B2A3G"]
    let made = try found(
      Self.world.cells().filter { !gone.contains($0.column) && !gone.contains($0.row) })
    #expect(made.table.finalDemandLabels == ["P3_S14", "P3_S15", "P3_S13", "P5", "P6"])
    #expect(made.table.primaryInputLabels == ["IMP", "D21X31", "B1G"])
    #expect(made.table.valueAdded == World.sectors.map { Self.world.valueAdded[$0] })
  }

  /// A flag behind a number is dropped; a confidential cell is told of.
  @Test func flagsAreReadAndConfidentialCellsAreCounted() throws {
    var cells = Self.world.cells(origins: ["DOM"])
    let hidden = try #require(
      cells.firstIndex { $0.row == "CPA_A01" && $0.column == "CPA_B" })
    for place in cells.indices { cells[place].value += place % 2 == 0 ? " p" : " be" }
    cells[hidden].value = ": c"
    let made = try found(cells)
    #expect(made.table.intermediateUse[0, 1] == 0)
    #expect(made.table.finalDemand[1, 0] == Self.world.home["CPA_B"]?["P3_S14"])
    let note = try #require(made.provenance.remarks.first { $0.code == "confidential-cells" })
    #expect(note.kind == .warning && note.message(in: .en).hasPrefix("1 cells"))
  }

  @Test func pricesOfThePreviousYearAreTold() throws {
    let cells = Self.world.cells().map { cell in
      var cell = cell
      cell.unit = "PYP_MEUR"
      return cell
    }
    let made = try imported(delivery(World.tsv(cells), "a.tsv"))
    #expect(made.provenance.remarks.contains { $0.code == "previous-year-prices" })
    #expect(made.table.description.moneyUnit == "million EUR")
  }

  @Test func whatIsNoSymmetricTableIsRefused() throws {
    let codes = { (lines: [[String]]) in try failures(delivery(lines)).map(\.problem.code) }
    #expect(try codes(World.tsv(Self.world.cells(origins: ["IMP"]))) == ["imports-alone"])
    let total = Self.world.cells(origins: ["TOTAL"], imported: false)
    #expect(try codes(World.tsv(total)) == ["imports-unknown"])
    let use = World.tsv(Self.world.cells()).map { line in
      ["DOM", "IMP", "TOTAL"].reduce(into: line) {
        $0[0] = $0[0].replacing("MIO_EUR,\($1),CPA_", with: "MIO_EUR,\($1),")
      }
    }
    #expect(try codes(use) == ["not-symmetric"])
    let supply = ["freq", "unit", "stk_flow", "ind_impv", "prd_amo", "geo"]
    #expect(try codes(World.tsv(Self.world.cells(), names: supply)) == ["not-symmetric"])
    let other = ["freq", "unit", "na_item", "geo"]
    #expect(try codes(World.tsv(Self.world.cells(), names: other)) == ["wrong-layout"])
    let empty = World.tsv(Self.world.cells()).enumerated().map { $0 == 0 ? $1 : [$1[0], ": "] }
    #expect(try codes(empty) == ["no-numbers"])
    let noFinal = Self.world.cells().filter { !$0.column.hasPrefix("P") }
    #expect(try codes(World.tsv(noFinal)) == ["no-final-demand"])
  }

  @Test func brokenLinesAreRefusedWithTheirPlace() throws {
    var lines = World.tsv(Self.world.cells())
    lines[3][1] = "12,5 p"
    lines[5][0] = "A,MIO_EUR,DOM"
    let found = try failures(delivery(lines))
    #expect(found.map(\.problem.code) == ["wrong-cell-count"])
    lines[5] = lines[4]
    let other = try failures(delivery(lines))
    #expect(Set(other.map(\.problem.code)) == ["not-a-number"])
    #expect(other.first?.place?.source.firstLine == 4)
    lines[3] = lines[4]
    #expect(Set(try failures(delivery(lines)).map(\.problem.code)) == ["duplicate-label"])
  }

  @Test func aRegionIsRefusedWhereThereIsNoneToPick() throws {
    let codes = { (delivery: Delivery, region: String) in
      try failures(delivery, region: region).map(\.problem.code)
    }
    #expect(try codes(Deliveries.icio, "JPN") == ["whole-table"])
    #expect(try codes(Deliveries.national, "USA") == ["no-region"])
    #expect(try codes(Deliveries.national, "jpn").isEmpty)
  }
}
