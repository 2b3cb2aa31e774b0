import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// Make and use tables become industries by industries: products are sold by their makers.
@Suite struct BEAFormatTests {
  private static let makeName = "IOMake_Before_Redefinitions_1997-2023_Sector.xlsx"
  private static let useName = "IOUse_Before_Redefinitions_PRO_1997-2023_Sector.xlsx"

  private func delivery(_ world: BEAWorld, file: String? = nil) -> Delivery {
    delivery(make: world.makeRows, use: world.useRows, file: file)
  }

  private func delivery(
    make: [[String]], use: [[String]], file: String? = nil
  ) -> Delivery {
    let sheets = { (rows: [[String]]) in
      workbook([("ReadMe", [["About", "this"]]), ("2022", rows), ("2023", rows)])
    }
    return Delivery(
      "bea", .usBEA, [Self.makeName: sheets(make), Self.useName: sheets(use)], file: file)
  }

  private func gap(_ table: InputOutputTable) -> Double {
    TableAudit(table).nodes.map { max($0.rowGap, $0.columnGap) }.max() ?? 1
  }

  /// With secondary products, imports and a balance of the border: GDP is all final uses, output and
  /// value added are those published, and the table balances.
  @Test(arguments: [0.0, 7, -4], [false, true])
  func outputAndGDPAreThosePublished(_ border: Double, _ hasNamesAbove: Bool) throws {
    for seed in 1...8 {
      var world = BEAWorld(seed: UInt64(seed), border: border)
      world.hasNamesAbove = hasNamesAbove
      let table = try imported(delivery(world)).table
      #expect(table.sectors.map(\.code) == world.industries)
      #expect(table.sectors[0].name == "Name of")
      #expect(table.grossOutput == world.industries.map { world.output($0) })
      #expect(gap(table) < 1e-12)
      let final = world.products.reduce(0) { sum, product in
        world.finals.reduce(sum) { $0 + world.value(product, $1) }
      }
      #expect(abs(table.valueAdded.reduce(0, +) - final) < 1e-9)
      #expect(table.finalDemandLabels.contains("ROW_ADJ") == (border != 0))
    }
  }

  /// Without secondary products each product is its industry's: Z = U, Y = F.
  @Test func withoutSecondaryProductsTheUseTableStays() throws {
    let world = BEAWorld(secondary: false, imported: false)
    let table = try imported(delivery(world)).table
    for (i, product) in world.industries.enumerated() where product != "21" {
      for (j, user) in world.industries.enumerated() {
        #expect(table.intermediateUse[i, j] == world.value(product, user))
      }
    }
    // Mining makes the scrap too.
    #expect(table.intermediateUse[1, 0] == world.value("21", "11") + world.value("Used", "11"))
    #expect(table.primaryInputs(.imports) == world.industries.map { world.value("Other", $0) })
  }

  /// Z = V q⁻¹ U (1 - m): model D with one import share a product.
  @Test func makersSellInProportionToTheirOutput() throws {
    let world = BEAWorld()
    let table = try imported(delivery(world)).table
    for (i, maker) in world.industries.enumerated() {
      for (j, user) in world.industries.enumerated() {
        let wanted = world.products.dropLast().reduce(0.0) { sum, product in
          let atHome = (world.industries + ["F010", "F02E", "F030", "F10S"])
            .reduce(0) { $0 + world.value(product, $1) }
          let home = 1 + world.value(product, "F050") / atHome
          return sum + (world.make[maker]?[product] ?? 0) / world.made(product)
            * world.value(product, user) * home
        }
        #expect(abs(table.intermediateUse[i, j] - wanted) < 1e-9)
      }
    }
    let exports = world.products.dropLast().reduce(0) { $0 + world.value($1, "F040") }
    #expect(abs(table.exportsOutside.reduce(0, +) - exports) < 1e-9)
  }

  @Test func assumptionsAreTold() throws {
    let found = try imported(delivery(BEAWorld()), year: 2022)
    #expect(found.table.description.year == 2022)
    #expect(found.table.description.moneyUnit == "million USD")
    #expect(found.table.countries.map(\.code) == ["USA"])
    let codes = Set(found.provenance.remarks.map(\.code))
    #expect(
      codes.isSuperset(of: [
        "fixed-product-sales", "imports-by-share", "products-not-made", "producer-prices",
      ]))
    #expect(found.provenance.sources.map(\.name) == [Self.makeName, Self.useName])
  }

  @Test(arguments: [makeName, useName])
  func theOtherTableIsFoundBeside(_ file: String) throws {
    let world = BEAWorld()
    var files = delivery(world).files
    files["IOMake_Before_Redefinitions_2017_Detail.xlsx"] = [0]
    files["IOUse_Before_Redefinitions_PUR_1997-2023_Sector.xlsx"] = [0]
    files["IOUse_After_Redefinitions_PRO_1997-2023_Sector.xlsx"] = [0]
    let table = try imported(Delivery("full folder", .usBEA, files, file: file)).table
    #expect(table.grossOutput == world.industries.map { world.output($0) })
    #expect(
      try failures(Delivery("folder", .usBEA, files)).map(\.problem.code) == ["several-files"])
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let world = BEAWorld()
    let codes = { (delivery: Delivery) in try failures(delivery).map(\.problem.code) }
    let alone = [Self.useName: delivery(world).files[Self.useName] ?? []]
    #expect(try codes(Delivery("alone", .usBEA, alone)) == ["missing-file"])
    #expect(
      try failures(delivery(world), year: 2012).map(\.problem.code) == ["no-year"])
    let packed = Delivery("zip", .usBEA, ["AllTablesIO.zip": zipped(delivery(world).files)])
    #expect(try codes(packed) == ["packed-workbook"])
    let unnamed = delivery(world).changed(Self.useName) { _ in
      workbook([("Table", world.useRows)])
    }
    #expect(try codes(unnamed) == ["wrong-layout"])
    let fewer = world.makeRows.filter { $0.first != "21" }
    #expect(try codes(delivery(make: fewer, use: world.useRows)) == ["mismatched-tables"])
    let swapped = delivery(make: [["nothing", "here", "at", "all"]], use: world.useRows)
    #expect(try codes(swapped) == ["wrong-layout"])
    let twice = world.useRows.flatMap { $0.first == "21" ? [$0, $0] : [$0] }
    #expect(try codes(delivery(make: world.makeRows, use: twice)) == ["duplicate-label"])
    var broken = world.useRows
    broken[6][3] = "12x"
    let found = try failures(delivery(make: world.makeRows, use: broken))
    #expect(found.map(\.problem.code) == ["not-a-number"])
    #expect(found.first?.place?.source.name.hasSuffix("2023!D7") == true)
  }
}
