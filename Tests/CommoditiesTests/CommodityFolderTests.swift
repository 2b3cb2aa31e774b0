import Diagnostics
import Foundation
import Quantities
import Testing

@testable import Commodities

@Suite struct CommodityFolderTests {
  /// Makes a folder of files, removed at the end.
  static func withFolder(
    _ files: [(name: String, text: String)], _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "commodity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    try body(folder.path)
  }

  static var tin: [(name: String, text: String)] {
    CommoditySample.files.map { ($0.key, $0.value) }
  }

  @Test(arguments: ["gallium", "my, own \"ore\"", "希土"])
  func aNewFolderPassesAndSaysThatNothingIsKnown(_ name: String) throws {
    try Self.withFolder(CommodityStarter.files(named: name)) { path in
      #expect(CommodityFolder.isFolder(path))
      let commodity = try CommodityFolder.load(path)
      #expect(commodity.name == name && commodity.importers.map(\.code) == ["JPN"])
      #expect(!commodity.importers[0].isRunnable && commodity.price.base.value == nil)
      #expect(commodity.gaps.count > 8)
    }
  }

  @Test func filledItRuns() throws {
    var files = CommodityStarter.files(named: "tin")
    let fill = [
      (
        "use.csv", "JPN,use,,,,t/year,2024,what the country uses,none found,missing,",
        "JPN,use,40,,,t/year,2024,what the country uses,a yearbook,found,"
      ),
      (
        "trade.csv",
        "JPN,,,,,percent,2024,shares of imports by origin,none found,missing,replace by one row for each origin",
        "JPN,CHN,60,,,percent,2024,shares of imports by origin,a yearbook,found,"
      ),
      (
        "users.csv",
        "ALL,30t33,share of use,,,,share,2024,part of the use that goes to the sector,none found,missing,",
        "ALL,30t33,share of use,1,,,share,2024,part of the use that goes to the sector,a yearbook,found,"
      ),
      (
        "users.csv",
        "ALL,30t33,exposed share,,,,share,2024,part of the sector's output that embodies it,none found,missing,",
        "ALL,30t33,exposed share,0.1,,,share,2024,e,mine,assumption,\nALL,30t33,criticality,0.5,,,share,2024,c,mine,assumption,"
      ),
    ]
    for (name, old, new) in fill {
      let index = try #require(files.firstIndex { $0.name == name })
      #expect(files[index].text.contains(old))
      files[index].text = files[index].text.replacing(old, with: new)
    }
    try Self.withFolder(files) { path in
      let commodity = try CommodityFolder.load(path)
      #expect(commodity.importers[0].isRunnable)
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    #expect(throws: DiagnosticList.self) { try CommodityFolder.load("/no/such/folder") }
    #expect(!CommodityFolder.isFolder("/no/such/folder"))
  }

  @Test func pathsStartAtTheBase() throws {
    try Self.withFolder(Self.tin) { path in
      let url = URL(filePath: path)
      let base = url.deletingLastPathComponent().path
      let below = try CommodityFolder.load("./\(url.lastPathComponent)", relativeTo: base)
      let absolute = try CommodityFolder.load(path, relativeTo: "/elsewhere")
      #expect(below.name == "tin" && absolute.name == "tin")
    }
  }

  @Test func ownCommoditiesJoinOrStandIn() throws {
    let bundled = try CommodityCatalogue.bundled().count
    try Self.withFolder(Self.tin) { path in
      let found = try CommodityCatalogue.all(with: [(path, nil)], relativeTo: nil)
      #expect(found.commodities.last?.name == "tin" && found.warnings.isEmpty)
      #expect(found.commodities.count == bundled + 1)
    }
    let named = Self.tin.map { ($0.name, $0.text.replacing("name,tin", with: "name,gallium")) }
    try Self.withFolder(named) { path in
      let found = try CommodityCatalogue.all(with: [(path, nil)], relativeTo: nil)
      #expect(found.commodities.count == bundled)
      #expect(found.commodities.first { $0.name == "gallium" }?.nameJa == "錫")
      #expect(found.warnings.map(\.problem.code) == ["stands-in"])
    }
  }

  @Test(arguments: [("crude oil", true), ("LNG", true), ("crud oil", false)])
  func whatAPriceFollowsIsAmongTheOthers(_ leader: String, _ isKnown: Bool) throws {
    let linked = Self.tin.map { file in
      (
        file.name,
        file.text.replacing(
          "gap,,,,t,2024,scrap,none found,missing,not looked up",
          with: CommodityMistake.linked(leader)
        ).replacing("demand elasticity,-0.3,-0.4,-0.1", with: "demand elasticity,,,")
          .replacing(
            "short run,this test,assumption,\nprice", with: "short run,this test,missing,\nprice")
      )
    }
    try Self.withFolder(linked) { path in
      do throws(DiagnosticList) {
        _ = try CommodityCatalogue.all(with: [(path, nil)], relativeTo: nil)
        #expect(isKnown)
      } catch {
        #expect(!isKnown && error.diagnostics.map(\.problem.code) == ["unknown-leader"])
      }
    }
  }

  @Test func everyMistakeOfEveryFolderIsTold() throws {
    let wrong = Self.tin.map { ($0.name, $0.text.replacing("KOR,use,20", with: "KOR,use,-20")) }
    try Self.withFolder(wrong) { path in
      do throws(DiagnosticList) {
        _ = try CommodityCatalogue.all(with: [(path, nil), ("/no/such", nil)], relativeTo: nil)
        Issue.record("two folders are wrong")
      } catch {
        #expect(error.diagnostics.map(\.problem.code) == ["out-of-bounds", "no-folder"])
      }
    }
  }

  @Test func aBundledFolderIsCopiedByName() throws {
    let files = try CommodityCatalogue.files(ofBundled: "Rare Earths")
    #expect(files.contains { $0.name == "users.csv" })
    #expect(throws: DiagnosticList.self) { try CommodityCatalogue.files(ofBundled: "unobtainium") }
  }
}
