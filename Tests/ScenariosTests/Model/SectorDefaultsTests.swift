import Diagnostics
import Scenarios
import Testing

@Suite struct SectorDefaultsTests {
  private func index(_ code: String) throws -> Int {
    try #require(sampleSectors.firstIndex(of: code))
  }

  private func model(
    _ level: SectorDefaults.Level = .central, flows: Bool = false
  ) throws -> SectorDefaults.Model {
    try Sample.defaults.get().model(for: sampleSectors, level: level, flows: flows)
  }

  @Test func everyBundledSectorHasDefaults() throws {
    #expect(try Sample.defaults.get().products.count == 35)
  }

  @Test(arguments: [
    ("C", "23", 1.0), ("C", "24", 0.5), ("C", "29", 0), ("23", "29", 0.5), ("23", "24", 1),
    ("24", "C", 0.5), ("F", "C", 0), ("E", "C", 0),
  ]) func criticalityIsByUser(_ product: String, _ user: String, _ value: Double) throws {
    let row = try index(product) * sampleSectors.count
    #expect(try model().criticality[row + index(user)] == value)
  }

  @Test(arguments: [
    ("C", SectorDefaults.Level.low, 15.0), ("C", .central, 30), ("C", .high, 60),
    ("34t35", .central, 20), ("F", .low, .infinity), ("E", .central, .infinity),
  ])
  func inventoriesHaveLevels(
    _ product: String, _ level: SectorDefaults.Level, _ days: Double
  ) throws {
    #expect(try model(level).inventoryDays[index(product)] == days)
  }

  @Test func flowsBindOnlyWhenTurnedOn() throws {
    let electricity = try index("E")
    let user = electricity * sampleSectors.count + (try index("C"))
    let off = try model()
    let on = try model(flows: true)
    #expect(off.inventoryDays[electricity] == .infinity && off.criticality[user] == 0)
    #expect(on.inventoryDays[electricity] == 2 && on.criticality[user] == 1)
    #expect(on.restockDays[electricity] == 2)
    #expect(on.inventoryDays[try index("F")] == .infinity)
  }

  @Test func levelsAreOrdered() throws {
    let days = try SectorDefaults.Level.allCases.map { try model($0).inventoryDays }
    for product in sampleSectors.indices {
      #expect(days[0][product] <= days[1][product] && days[1][product] <= days[2][product])
    }
  }

  @Test func oneUnknownSectorMakesAllAlike() throws {
    let model = try Sample.defaults.get().model(
      for: ["C", "s0"], level: .central, flows: false)
    #expect(model.unknown == ["s0"])
    #expect(model.inventoryDays == [30, 30] && model.restockDays == [30, 30])
    #expect(model.psi == [0.5, 0.5] && model.criticality == [0.5, 0.5, 0.5, 0.5])
  }

  @Test func badCellsArePlaced() {
    let header =
      "product,kind,target_days,restock_days,psi,differentiated,cover_of_average,criticality_other_users,essential_for,important_for,low_days,high_days\n"
    let source = Source(
      name: "defaults.csv",
      text: header + "C,solid,30,30,0.5,0,1,0,,,,\n23,storable,x,30,-1,2,-1,0,,,,\n")
    let error = #expect(throws: DiagnosticList.self) { try SectorDefaults(source) }
    let places = error?.diagnostics.compactMap { $0.place?.start }
    #expect(
      places == [
        Position(line: 2, column: 3), Position(line: 3, column: 13), Position(line: 3, column: 18),
        Position(line: 3, column: 21), Position(line: 3, column: 23),
      ])
  }

  @Test func missingColumnsAreNamed() {
    let source = Source(name: "defaults.csv", text: "product,kind\nC,storable\n")
    let error = #expect(throws: DiagnosticList.self) { try SectorDefaults(source) }
    #expect(error?.diagnostics.count == 10)
  }
}
