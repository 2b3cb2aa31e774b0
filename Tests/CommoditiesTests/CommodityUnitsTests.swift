import Diagnostics
import Quantities
import Testing

@testable import Commodities

/// One quantity as a file writes it, and as it loads.
struct WrittenQuantity: Sendable {
  let row: String
  let value: Double
}

@Suite struct CommodityUnitsTests {
  static func use(_ row: String) throws -> Double? {
    let folder = CommoditySample.folder(changing: "use.csv", "KOR,use,20,,,t/d", to: row)
    return try CommodityCatalogue.load(folder: folder, name: "tin").importers[1].use.value
  }

  @Test(arguments: [
    WrittenQuantity(row: "KOR,use,20,,,t/d", value: 20),
    WrittenQuantity(row: "KOR,use,20,,,t/day", value: 20),
    WrittenQuantity(row: "KOR,use,2,,,thousand t/d", value: 2000),
    WrittenQuantity(row: "KOR,use,732,,,t/year", value: 2),
    WrittenQuantity(row: "KOR,use,0.366,,,million t/year", value: 1000),
    WrittenQuantity(row: "KOR,use,2,,,kl/d", value: 14.6),
  ])
  func flowsLoadInUnitsADay(_ written: WrittenQuantity) throws {
    #expect(try Self.use(written.row) == written.value)
  }

  @Test(arguments: [(2023, 365.0), (2024, 366.0), (1900, 365.0), (2000, 366.0)])
  func aYearHasItsOwnDays(_ year: Int, _ days: Double) throws {
    var folder = CommoditySample.folder(
      changing: "commodity.csv", "year,2024,,,text", to: "year,\(year),,,text")
    folder = folder.map { file in
      guard file.name == "use.csv" else { return file }
      let text = CommoditySample.files["use.csv"] ?? ""
      let yearly = text.replacing("KOR,use,20,,,t/d", with: "KOR,use,\(days * 7),,,t/year")
      return (file.name, Array(yearly.utf8))
    }
    #expect(try CommodityCatalogue.load(folder: folder, name: "tin").importers[1].use.value == 7)
  }

  @Test func aPricePerMMBtuLoadsPerUnit() throws {
    let price = "price base,30,,,USD/kg"
    let energy = "energy content,52,,,MMBtu/t,2024,gross heat,this test,found,\n"
    let other = "price base,10,,,USD/MMBtu"
    let folder = CommoditySample.folder(changing: "commodity.csv", price, to: energy + other)
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    #expect(tin.price.base.value == 520)
    #expect(tin.energyContent == 52)
    // Without the row nobody knows what an MMBtu weighs.
    let unknown = CommoditySample.folder(changing: "commodity.csv", price, to: other)
    #expect(throws: DiagnosticList.self) {
      try CommodityCatalogue.load(folder: unknown, name: "tin")
    }
  }

  @Test(arguments: [nil, 1000] as [Double?])
  func aCommodityOfKilogramsHasAPriceAKilogram(_ perTonne: Double?) {
    let units = CommodityUnits(unit: "kg", year: 2024, perTonne: perTonne)
    #expect(units.scale(of: "USD/kg", as: .price).map { $0(5) } == 5)
    #expect(units.accepted(.price) == ["USD/kg"])
    #expect(units.scale(of: "USD/t", as: .price).map { $0(5000) } == perTonne.map { _ in 5.0 })
  }

  @Test func percentLoadsAsTheNearestShare() throws {
    let folder = CommoditySample.folder(changing: "trade.csv", "JPN,CHN,60", to: "JPN,CHN,42.33")
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    #expect(tin.importers[0].origins[0].figure.value == 0.4233)
    #expect(tin.importers[0].origins[0].figure.unit == "share")
  }
}
