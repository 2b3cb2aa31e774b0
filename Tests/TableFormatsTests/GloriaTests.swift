import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// GLORIA: supply and use without labels become products by products.
@Suite struct GloriaTests {
  private static let regions = ["AFG", "JPN"]
  private static let sectors = ["Wheat", "Steel"]

  private static func readMe() -> [UInt8] {
    workbook([
      ("ReadMe", [["GLORIA"]]),
      (
        "Regions",
        [
          ["Lfd_Nr", "Region_acronyms", "Region_names"], ["1", "AFG", "Afghanistan"],
          ["2", "JPN", "Japan"],
        ]
      ),
      ("Sectors", [["Lfd_Nr", "Sector_names"], ["1", "Wheat"], ["2", "Steel"]]),
      (
        "Value added and final demand",
        [
          ["Lfd_Nr", "Value_added_names", "Final_demand_names"],
          ["1", "Compensation of employees D.1", "Household final consumption P.3h"],
          ["2", "Taxes on production D.29", "Changes in inventories P.52"],
        ]
      ),
    ])
  }

  /// `make[r]` is industries × products of region r, `use` products × industries of the world.
  private static func delivery(
    make: [[[Double]]], use: [[Double]], final: [[Double]], valueAdded: [[Double]]
  ) -> Delivery {
    let s = sectors.count
    var t: [[Double]] = []
    var y: [[Double]] = []
    for r in regions.indices {
      for i in 0..<s {
        var row = [Double](repeating: 0, count: 2 * s * regions.count)
        for p in 0..<s { row[2 * s * r + s + p] = make[r][i][p] }
        t.append(row)
        y.append([0, 0, 0, 0])
      }
      for p in 0..<s {
        var row = [Double](repeating: 0, count: 2 * s * regions.count)
        for q in regions.indices {
          for j in 0..<s { row[2 * s * q + j] = use[s * r + p][s * q + j] }
        }
        t.append(row)
        y.append(final[s * r + p])
      }
    }
    var v: [[Double]] = []
    for r in regions.indices {
      for item in valueAdded {
        var row = [Double](repeating: 0, count: 2 * s * regions.count)
        for i in 0..<s { row[2 * s * r + i] = item[s * r + i] }
        v.append(row)
      }
    }
    let name = { (part: String) in
      "20240110_120secMother_AllCountries_002_\(part)-Results_2019_059_Markup001(full).csv"
    }
    let numbers = { (rows: [[Double]]) in text(rows.map { $0.map(cell) }) }
    return Delivery(
      "gloria", .gloria,
      [
        "GLORIA_MRIOs_59_2019.zip": zipped([
          name("T"): numbers(t), name("Y"): numbers(y), name("V"): numbers(v),
        ]),
        "GLORIA_ReadMe_059.xlsx": readMe(),
      ])
  }

  private static let use: [[Double]] = [
    [1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16],
  ]
  private static let final: [[Double]] = [
    [10, -1, 5, 0], [6, 0, 8, 0], [20, 0, 20, 0], [10, 0, 12, 0],
  ]

  /// With one product an industry, use is the table.
  @Test func withoutByProductsTheUseTableIsTheTable() throws {
    let make: [[[Double]]] = [[[40, 0], [0, 50]], [[80, 0], [0, 80]]]
    let found = try imported(
      Self.delivery(
        make: make, use: Self.use, final: Self.final,
        valueAdded: [[12, 18, 44, 40], [0, 0, 0, 0]]))
    #expect(found.table.nodeLabels == ["AFG_Wheat", "AFG_Steel", "JPN_Wheat", "JPN_Steel"])
    #expect(found.table.intermediateUse.elements == Array(Self.use.joined()))
    #expect(found.table.finalDemand.elements == Array(Self.final.joined()))
    #expect(found.table.valueAdded == [12, 18, 44, 40])
    #expect(
      found.table.description.moneyUnit == "thousand USD" && found.table.description.year == 2019)
    #expect(found.table.regions.map(\.name) == ["Afghanistan", "Japan"])
    #expect(found.provenance.remarks.contains { $0.code == "industry-technology" })
  }

  /// Industry technology: a quarter of industry 1's output is product 2, and a quarter of its inputs.
  @Test func byProductsTakeInputsInProportion() throws {
    let make: [[[Double]]] = [[[30, 10], [0, 50]], [[80, 0], [0, 80]]]
    let table = try imported(
      Self.delivery(
        make: make, use: Self.use, final: Self.final,
        valueAdded: [[12, 18, 44, 40], [4, 0, 0, 0]])
    ).table
    #expect(Array(table.intermediateUse.elements.prefix(4)) == [0.75, 2.25, 3, 4])
    #expect(Array(table.valueAdded.prefix(2)) == [12, 22])
    for (row, uses) in zip(Self.use, table.intermediateUse.rowSums) {
      #expect(row.reduce(0, +) == uses)
    }
  }

  @Test func aWrongNumberOfLabelsIsTold() throws {
    let make: [[[Double]]] = [[[40, 0], [0, 50]], [[80, 0], [0, 80]]]
    let sound = Self.delivery(
      make: make, use: Self.use, final: Self.final, valueAdded: [[1, 1, 1, 1], [0, 0, 0, 0]])
    let short = sound.changed("GLORIA_ReadMe_059.xlsx") { _ in
      workbook([
        ("Regions", [["1", "AFG", "Afghanistan"]]),
        ("Sectors", [["1", "Wheat"], ["2", "Steel"]]),
        ("Value added and final demand", [["1", "Wages", "Households"]]),
      ])
    }
    let codes = try failures(short).map(\.problem.code)
    #expect(codes.contains("wrong-cell-count") || codes.contains("label-count"))
    var files = sound.files
    files["GLORIA_ReadMe_059.xlsx"] = nil
    #expect(try failures(Delivery("bare", .gloria, files)).map(\.problem.code) == ["missing-file"])
  }
}
