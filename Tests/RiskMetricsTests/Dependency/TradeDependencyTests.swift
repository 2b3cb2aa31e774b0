import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import RiskMetrics
import Testing

@Suite struct TradeDependencyTests {
  @Test(arguments: 0..<3) func sharesAddUpToOne(_ index: Int) throws {
    let all = TradeDependency(try LeontiefModel(dependencyTables[index])).all()
    #expect(!all.isEmpty)
    for one in all {
      #expect(abs(one.share.reduce(0, +) - 1) < 1e-12)
      #expect(abs(one.lookThrough.reduce(0, +) - 1) < 1e-12)
      #expect(abs(one.hidden.reduce(0, +)) < 1e-12)
      let imported = one.importShare.reduce(0, +)
      #expect(abs(imported - 1) < 1e-12 || (imported == 0 && isNear(one.share[one.importer], 1)))
      #expect(one.importShare[one.importer] == 0)
      #expect((0...1 + 1e-12).contains(one.herfindahl))
    }
  }

  /// Two regions, one product: A buys 10 + 20 from A and 5 + 15 from B.
  @Test func sharesByHand() throws {
    let two = table(regions: 2, use: [10, 4, 5, 6], demand: [20, 10, 15, 30])
    let model = TradeDependency(try LeontiefModel(two))
    let found = try #require(model.dependency(importer: 0, product: 0))
    #expect(found.purchases == 50)
    #expect(isNear(found.share[0], 0.6) && isNear(found.share[1], 0.4))
    #expect(found.importShare == [0, 1])
    #expect(isNear(found.herfindahl, 0.52) && found.importHerfindahl == 1)
    // A = (10/44, 4/56; 5/44, 6/56); L·u with u = (30, 20).
    let a = [10.0 / 44, 4.0 / 56, 5.0 / 44, 6.0 / 56]
    let determinant = (1 - a[0]) * (1 - a[3]) - a[1] * a[2]
    let embodied = [
      ((1 - a[3]) * 30 + a[1] * 20) / determinant, (a[2] * 30 + (1 - a[0]) * 20) / determinant,
    ]
    #expect(isNear(found.lookThrough[0], embodied[0] / (embodied[0] + embodied[1])))
  }

  /// The definition's other face: where a region is one node with no final users, its basket is A·e.
  @Test func aNodesWholeBasketGivesTheFormulaOfTheNode() throws {
    let three = table(
      regions: 3, use: [5, 9, 2, 20, 8, 4, 10, 3, 7], demand: [0, 40, 10, 0, 30, 8, 0, 6, 50])
    let model = TradeDependency(try LeontiefModel(three))
    let found = try #require(model.dependency(importer: 0, product: 0))
    for c in 0..<3 {
      #expect(isNear(found.lookThrough[c], model.nodes.share[c, 0]))
      #expect(isNear(found.share[c], model.nodes.faceValue[c, 0]))
    }
  }

  @Test func whatIsNotBoughtHasNoDependency() throws {
    let none = table(regions: 2, use: [0, 4, 0, 6], demand: [0, 10, 0, 30])
    let model = TradeDependency(try LeontiefModel(none))
    #expect(model.dependency(importer: 0, product: 0) == nil)
    #expect(model.all().map(\.importer) == [1])
  }

  @Test func negativeFinalDemandIsNoPurchase() throws {
    let with = table(regions: 2, use: [10, 4, 5, 6], demand: [20, 10, -3, 50])
    let found = TradeDependency(try LeontiefModel(with)).dependency(importer: 0, product: 0)
    #expect(found?.purchases == 35)
  }

  @Test func aWorldWithoutTradeDependsOnItself() throws {
    let closed = table(regions: 2, use: [10, 0, 0, 6], demand: [20, 0, 0, 30])
    for one in TradeDependency(try LeontiefModel(closed)).all() {
      #expect(isNear(one.share[one.importer], 1) && isNear(one.lookThrough[one.importer], 1))
      #expect(one.importShare == [0, 0] && one.importHerfindahl == 0)
    }
  }

  @Test func theBundledTableSeesChinaBehindItsSuppliers() throws {
    let model = TradeDependency(try LeontiefModel(try Bundled.economy.get().table))
    let china = try #require(model.table.regions.firstIndex { $0.code == "CHN" })
    let japan = try #require(model.table.regions.firstIndex { $0.code == "JPN" })
    let all = model.all()
    let numbers = all.flatMap { $0.share + $0.importShare + $0.lookThrough }
    #expect(numbers.allSatisfy { $0.isFinite })
    let ofJapan = all.filter { $0.importer == japan }
    #expect(ofJapan.count { $0.hidden[china] > 0 } > ofJapan.count / 2)
  }
}
