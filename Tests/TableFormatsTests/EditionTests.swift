import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// Editions are told by the header, and each one's peculiarities are read as meant.
@Suite struct EditionTests {
  private func icio(_ lines: [[String]], name: String = "t.csv") throws -> ImportedTable {
    try imported(Delivery("icio", .oecdICIO, [name: text(lines)]))
  }

  @Test func editionsOfTheOECDAreToldByTheHeader() throws {
    let old = SmallWorld(sectors: ["A01_02", "A03", "B05_06"])
    let digits = SmallWorld(sectors: ["01T03", "05T06"])
    #expect(try icio(Layouts.icio(SmallWorld())).provenance.edition == "2025")
    #expect(try icio(Layouts.icio(old)).provenance.edition == "2023")
    #expect(try icio(Layouts.icio(old, corner: "", output: "TOTAL")).provenance.edition == "2021")
    let of2018 = Layouts.icio(
      digits, corner: "", output: "OUTPUT", taxes: "JPN_TAXSUB", valueAdded: "VALU")
    #expect(try icio(of2018, name: "ICIO2023_1999.csv").provenance.edition == "2018")
    let reversed = Layouts.icio(
      SmallWorld(items: ["HC", "GFCF", "INVNT"]), corner: "", output: "TOTAL"
    ) { "\($1)_\($0)" }
    let of2016 = try icio(reversed)
    #expect(of2016.provenance.edition == "2016")
    #expect(of2016.table.finalDemandLabels[0] == "JPN_HC")
    #expect(of2016.table.finalDemand.elements == Array(SmallWorld().y.joined()))
  }

  @Test func labelsArePartedAtTheFirstUnderscore() throws {
    let world = SmallWorld(sectors: ["C17_18", "J62_63"])
    let table = try icio(Layouts.icio(world)).table
    #expect(table.sectors.map(\.code) == ["C17_18", "J62_63"])
    #expect(table.nodeLabels[0] == "JPN_C17_18")
  }

  /// CN1 and CN2 sell and buy; the country's own rows are zero, and it owns the final demand.
  @Test func partsOfACountryAddUp() throws {
    let whole = SmallWorld(regions: ["CHN", "JPN"])
    let split = extended(whole)
    let found = try icio(split)
    #expect(found.provenance.edition == "2025, extended")
    #expect(found.table.regions.map(\.code) == ["CHN", "JPN"])
    #expect(found.table.intermediateUse.elements == Array(whole.z.joined()))
    #expect(found.table.finalDemand.elements == Array(whole.y.joined()))
    #expect(found.table.grossOutput == whole.x && found.table.allPrimaryInputs == whole.v)
    let remark = try #require(found.provenance.remarks.first { $0.code == "merged-regions" })
    #expect(remark.message(in: .en).contains("CN1, CN2 added up to CHN"))
  }

  /// The world with every column and row of China in two parts, a third and the rest.
  private func extended(_ world: SmallWorld) -> [[String]] {
    let s = world.sectors.count
    var lines = Layouts.icio(world)
    func parted(_ cells: [String], _ part: (String, Int) -> String) -> [String] {
      [0, 1].flatMap { k in cells[1...s].map { part($0, k) } } + cells[(s + 1)...]
    }
    let share = { (text: String, k: Int) in
      let value = Double(text) ?? 0
      let third = (value / 3).rounded()
      return cell(k == 0 ? third : value - third)
    }
    let rename = { (label: String, k: Int) in label.replacing("CHN_", with: "CN\(k + 1)_") }
    lines = lines.enumerated().map { row, cells in
      [cells[0]] + parted(cells, row == 0 ? rename : share)
    }
    let china = lines[1...s].map { row in
      [0, 1].map { k in [rename(row[0], k)] + row.dropFirst().map { share($0, k) } }
    }
    let zero = lines[1...s].map { row in [row[0]] + row.dropFirst().map { _ in "0" } }
    return [lines[0]] + zero + china.map { $0[0] } + china.map { $0[1] } + lines[(s + 1)...]
  }

  @Test func aDiscrepancyOfNoCountryIsKeptWithTheRestOfTheWorld() throws {
    var lines = Layouts.icio(SmallWorld())
    for row in lines.indices {
      lines[row].insert(row == 0 ? "DISC" : "0", at: lines[row].count - 1)
    }
    let found = try icio(lines)
    #expect(found.table.finalDemandLabels.last == "ROW_DISC")
    #expect(found.provenance.remarks.contains { $0.code == "discrepancy" })
  }

  @Test func lineEndsMarksQuotesAndMissingCellsDoNotChangeTheNumbers() throws {
    let plain = try imported(Deliveries.icio).table
    let world = Deliveries.world
    var lines = Layouts.icio(world)
    lines = lines.map { $0.map { $0 == "0" ? "NA" : "\"\($0)\"" } }
    lines[3] = lines[3].map { $0 == "NA" ? "" : $0 + " " }
    let bytes = [0xEF, 0xBB, 0xBF] + text(lines, end: "\r\n") + Array(",,,\r\n\r\n".utf8).suffix(2)
    let found = try imported(Delivery("quirks", .oecdICIO, ["2022_SML.csv": bytes]))
    #expect(found.table.intermediateUse == plain.intermediateUse)
    #expect(found.table.finalDemand == plain.finalDemand)
    #expect(found.provenance.remarks.contains { $0.code == "not-available" })
  }

  @Test func productsAndIndustriesOfFigaroAreToldApart() throws {
    let products = SmallWorld(
      regions: ["ES", "UK"], sectors: ["CPA_A01", "CPA_P85"], items: ["P3_S14", "P5M"])
    let found = try imported(
      Delivery("products", .figaro, ["m_2020.csv": text(Layouts.figaro(products))]))
    #expect(found.provenance.edition == "product by product, 2 regions")
    #expect(found.table.sectors.map(\.code) == ["CPA_A01", "CPA_P85"])
    #expect(found.table.countries.map(\.code) == ["ESP", "GBR"])
    #expect(found.table.description.year == 2020)
    #expect(found.table.description.moneyUnit == "million EUR")
  }

  @Test func theRestOfTheWorldOfEoraIsADiscrepancyAndTheUnitIsThousands() throws {
    let found = try imported(Deliveries.eora)
    #expect(found.table.description.moneyUnit == "thousand USD")
    #expect(found.table.regions.map(\.name) == ["Name of AFG", "Name of JPN"])
    #expect(found.provenance.remarks.contains { $0.code == "statistical-discrepancy" })
  }

  @Test func labelsOfEoraMayLieBesideTheArchive() throws {
    let files = Layouts.eora(Deliveries.eoraWorld)
    let isLabel = { (name: String) in name.hasPrefix("labels") }
    let found = try imported(
      Delivery(
        "two archives", .eora26,
        [
          "Eora26_2015_bp.zip": zipped(files.filter { !isLabel($0.key) }),
          "indices.zip": zipped(files.filter { isLabel($0.key) }),
        ], file: "Eora26_2015_bp.zip"))
    #expect(found.table.intermediateUse.elements == Array(Deliveries.eoraWorld.z.joined()))
  }

  @Test func codesOfTheADBLeadToCountries() throws {
    let table = try imported(Deliveries.adb).table
    let china = try #require(table.countries.first { $0.code == "CHN" })
    #expect(table.regions[china.region].code == "PRC")
    #expect(table.sectors[0].name == "Name of c1")
    #expect(table.description.year == 2019)
  }

  /// The release of 2013 may leave the codes of its totals blank and give their numbers only.
  @Test func totalsAreToldByCodeOrByNumber() throws {
    var rows = Deliveries.wiodRows2013
    for row in rows.indices.suffix(3) { rows[row][0] = "" }
    rows = rows.map { $0.count > 20 ? $0 + [$0[$0.count - 1]] : $0 }
    rows[rows.count - 1][4] = "1"
    let found = try imported(Delivery("bare", .wiod2013, ["w.xlsx": workbook([("a", rows)])]))
    #expect(found.table.grossOutput == Deliveries.wiodWorld.x)
    #expect(found.table.primaryInputLabels == ["r64 Value added"])
    #expect(found.provenance.remarks.contains { $0.code == "output-differs" })
  }

  @Test func nationalTablesKeepImportsBesideValueAdded() throws {
    let world = Deliveries.nationalWorld
    let last = try imported(Deliveries.national)
    #expect(last.table.description.year == 2014 && last.table.regions.map(\.code) == ["JPN"])
    #expect(last.table.nodeLabels == world.sectors && last.table.separator.isEmpty)
    #expect(last.table.intermediateUse.elements == world.z.joined().map { $0 * 2 })
    #expect(last.table.primaryInputLabels == ["VA", "IMPORTS"])
    #expect(last.table.allPrimaryInputs == world.v.map { $0 * 2 })
    #expect(last.table.primaryInputKinds == [.valueAdded, .imports])
    let first = try imported(Deliveries.national, year: 2013)
    #expect(first.table.intermediateUse.elements == Array(world.z.joined()))
    let error = try #require(throws: DiagnosticList.self) {
      try imported(Deliveries.national, year: 1999)
    }
    #expect(error.diagnostics.map(\.problem.code) == ["no-year"])
  }
}
