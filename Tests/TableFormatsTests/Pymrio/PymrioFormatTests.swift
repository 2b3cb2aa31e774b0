import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

@Suite struct PymrioFormatTests {
  private static let world = SmallWorld(regions: ["AT", "JP"], sectors: ["Farms", "Mines"])

  @Test func outputOfCoefficientsAloneIsLeontiefs() throws {
    var files = Layouts.pymrio(Self.world, coefficients: true)
    files["x.txt"] = nil
    let found = try imported(Delivery("A and Y", .exiobase, files))
    for (made, x) in zip(found.table.grossOutput, Self.world.x) {
      #expect(abs(made - x) <= 1e-9 * max(1, x))
    }
    for (made, z) in zip(found.table.intermediateUse.elements, Self.world.z.joined()) {
      #expect(abs(made - z) <= 1e-9 * max(1, z))
    }
    #expect(found.provenance.remarks.contains { $0.code == "output-from-coefficients" })
  }

  @Test func flowsInThePlaceOfCoefficientsAreRefused() throws {
    var files = Layouts.pymrio(Self.world)
    files["A.txt"] = files["Z.txt"]
    files["Z.txt"] = nil
    files["x.txt"] = nil
    #expect(
      try failures(Delivery("flows", .exiobase, files)).map(\.problem.code) == ["not-productive"])
  }

  /// pymrio's spellings of WIOD, Eora26 and GLORIA, with its folder VA in one and two label columns.
  @Test(arguments: [
    ("millions of US$", "million USD"), ("Mill USD", "million USD"),
    ("\u{2018}000 US$", "thousand USD"),
  ])
  func unitsAndValueAddedAreReadAsPymrioSavesThem(_ word: String, _ unit: String) throws {
    let world = Self.world
    for labels in [["Pay"], ["Primary inputs", "Pay"], ["AT", "Pay"]] {
      var files = Layouts.pymrio(world, unit: word).filter { !$0.key.contains("/") }
      let blanks = Array(repeating: "", count: labels.count - 1)
      files["VA/F.txt"] = text(
        [["region"] + blanks + world.nodes.map(\.region)]
          + [["sector"] + blanks + world.nodes.map(\.sector)]
          + [labels.map { _ in "inputtype" } + world.nodes.map { _ in "" }]
          + [labels + world.v.map(cell)], separator: "\t")
      files["VA/unit.txt"] = text(
        [labels.map { _ in "inputtype" } + ["unit"], labels + [word]], separator: "\t")
      let found = try imported(Delivery("pymrio", .pymrio, files))
      #expect(found.table.description.moneyUnit == unit)
      #expect(
        found.table.primaryInputLabels == [
          labels[0] == "AT" ? "Pay" : labels.joined(separator: " ")
        ])
      #expect(found.table.primaryInputs.elements == world.v)
    }
  }
}
