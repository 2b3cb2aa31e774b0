import Diagnostics
import InputOutputTables
import Testing

@Suite struct LabelSchemeTests {
  /// A table of the given labels with a one in every cell, and the given economy.csv.
  private func table(
    _ labels: [String], final: [String], _ settings: String = "name,T"
  ) throws -> InputOutputTable { try loaded(labels, final: final, settings).table }

  private func loaded(
    _ labels: [String], final: [String] = ["c"], _ settings: String = "name,T"
  ) throws -> LoadedTable {
    let head = { (names: [String]) in "," + names.joined(separator: ",") + "\n" }
    let rows = { (count: Int) in
      labels.map { $0 + String(repeating: ",1", count: count) }.joined(separator: "\n") + "\n"
    }
    return try load([
      "Z.csv": head(labels) + rows(labels.count), "Y.csv": head(final) + rows(final.count),
      "VA.csv": nil, "x.csv": nil, "economy.csv": "key,value\n\(settings)\n", "regions.csv": nil,
      "sectors.csv": nil, "countries.csv": nil,
    ])
  }

  private func remarks(_ labels: [String], _ settings: String = "name,T") throws -> [String] {
    try loaded(labels, final: ["c"], settings).warnings.map(\.problem.code)
      .filter { ["uneven-regions", "other-separator"].contains($0) }
  }

  @Test func sameSectorsEverywhereMakeRegions() throws {
    let table = try table(["A_x", "A_y", "B_y", "B_x"], final: ["B_c", "A_c"])
    #expect(table.regions.map(\.code) == ["A", "B"] && table.sectors.map(\.code) == ["x", "y"])
    #expect(table.nodeSector == [0, 1, 1, 0] && table.finalDemandRegion == [1, 0])
  }

  @Test func differentSectorsMakeOneRegionUnlessManyAreDeclared() throws {
    let one = try table(["A_x", "A_y", "B_x"], final: ["c"])
    #expect(one.regions.map(\.code) == ["ALL"] && one.separator.isEmpty)
    #expect(one.sectors.map(\.code) == ["A_x", "A_y", "B_x"])
    let many = try table(["A_x", "A_y", "B_x"], final: ["A_c"], "regions,many")
    #expect(many.regions.map(\.code) == ["A", "B"] && many.nodeSector == [0, 1, 0])
  }

  @Test func declaredAndNamedRegionsWin() throws {
    let one = try table(["A_x", "B_x"], final: ["c", "A_c"], "regions,one\nregion,JPN")
    #expect(one.regions.map(\.code) == ["JPN"] && one.finalDemandRegion == [0, 0])
    #expect(one.countries.map(\.code) == ["JPN"])
  }

  @Test func labelsArePartedAtTheFirstSeparator() throws {
    let table = try table(["A::x::1", "B::x::1"], final: ["A::c"], "separator,::")
    #expect(table.sectors.map(\.code) == ["x::1"] && table.separator == "::")
  }

  @Test(arguments: [["x", "A_x"], ["_x", "A_x"], ["A_", "A_x"]])
  func aLabelWithoutBothPartsMakesOneRegion(_ labels: [String]) throws {
    #expect(try table(labels, final: ["c"]).regions.count == 1)
  }

  @Test func labelsThatLookLikeManyRegionsAreToldToBeOne() throws {
    let uneven = ["A_x", "A_y", "B_x"]
    #expect(try remarks(uneven) == ["uneven-regions"])
    let found = try loaded(uneven).warnings.first { $0.problem.code == "uneven-regions" }
    #expect(found?.problem.message(in: .en).contains("`B` lacks `y`") == true)
    #expect(try remarks(uneven, "regions,one").isEmpty)
    #expect(try remarks(uneven, "region,JPN").isEmpty)
    // Codes of sectors that share little behind the separator are no regions.
    #expect(try remarks(["C10_12", "C13_15", "C16_17", "D_12"]).isEmpty)
  }

  @Test(arguments: [".", "-", "|"])
  func labelsWithAnotherSeparatorAreTold(_ separator: String) throws {
    let labels = ["A_x", "A_y", "B_x", "B_y"].map { $0.replacing("_", with: separator) }
    #expect(try remarks(labels) == ["other-separator"])
    #expect(try remarks(labels, "regions,one").isEmpty)
    #expect(try remarks(["x\(separator)1", "y\(separator)2"]).isEmpty)
  }
}
