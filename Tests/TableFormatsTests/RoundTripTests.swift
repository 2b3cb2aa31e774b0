import Diagnostics
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

import TableFormats

/// What a provider's file says is what the table holds, and what an economy folder gives back.
@Suite struct RoundTripTests {
  @Test(arguments: Deliveries.all)
  func everyFormatGivesBackTheWorld(_ delivery: Delivery, _ world: SmallWorld) throws {
    let table = try imported(delivery).table
    #expect(table.regions.map(\.code) == world.regions)
    #expect(table.sectors.map(\.code) == world.sectors)
    #expect(table.nodeLabels == world.nodes.map { "\($0.region)_\($0.sector)" })
    #expect(table.finalDemandLabels == world.finals.map { "\($0.region)_\($0.item)" })
    #expect(table.intermediateUse.elements == Array(world.z.joined()))
    #expect(table.finalDemand.elements == Array(world.y.joined()))
    #expect(table.grossOutput == world.x)
    #expect(table.allPrimaryInputs == world.v)
    #expect(TableAudit(table).nodes.allSatisfy { $0.rowGap < 1e-12 && $0.columnGap < 1e-12 })
  }

  @Test(arguments: Deliveries.all.map(\.0) + [Deliveries.national])
  func anEconomyFolderGivesTheSameTable(_ delivery: Delivery) throws {
    let found = try imported(delivery)
    try withTemporaryFolder { parent in
      let folder = parent + "/made"
      try writeEconomy(found, to: folder)
      let slow = try EconomyLoader.load(folder, cache: nil)
      let cache = CacheFolder(parent + "/cache", leastBytes: 0)
      _ = try EconomyLoader.load(folder, cache: cache)
      let fast = try EconomyLoader.load(folder, cache: cache)
      expectSame(slow.table, found.table)
      expectSame(fast.table, slow.table)
      #expect(fast.table.description == slow.table.description)
      #expect(fast.warnings.map(\.problem.code) == slow.warnings.map(\.problem.code))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: parent).sorted() == ["cache", "made"])
    }
  }

  @Test(arguments: [Deliveries.icio, Deliveries.figaro, Deliveries.wiod2013CSV])
  func packedTextIsTheSameText(_ delivery: Delivery) throws {
    let plain = try imported(delivery).table
    let (name, bytes) = try #require(delivery.files.first)
    for (file, packed) in [
      ("\(name).gz", gzipped(bytes)), ("\(name).zip", zipped(["some/folder/\(name)": bytes])),
    ] {
      expectSame(try imported(Delivery("packed", delivery.format, [file: packed])).table, plain)
    }
  }

  @Test func flowsComeFromCoefficientsAndOutput() throws {
    let world = SmallWorld(regions: ["AT", "JP", "WA"])
    let found = try imported(
      Delivery("A", .exiobase, Layouts.pymrio(world, coefficients: true)))
    #expect(found.provenance.remarks.contains { $0.code == "flows-from-coefficients" })
    for (got, wanted) in zip(found.table.intermediateUse.elements, world.z.joined()) {
      #expect(abs(got - wanted) <= 1e-12 * max(1, wanted))
    }
  }

  @Test func withoutOutputAndValueAddedBothAreMadeUpAndTold() throws {
    var files = Layouts.pymrio(SmallWorld())
    for name in ["x.txt", "factor_inputs/F.txt"] { files[name] = nil }
    let found = try imported(Delivery("Z alone", .pymrio, files))
    #expect(found.table.grossOutput == SmallWorld().x)
    #expect(found.table.valueAdded == SmallWorld().v)
    let codes = found.provenance.remarks.map(\.code)
    #expect(codes.contains("output-from-rows") && codes.contains("value-added-from-columns"))
  }

  private func expectSame(_ one: InputOutputTable, _ other: InputOutputTable) {
    #expect(one.nodeLabels == other.nodeLabels && one.separator == other.separator)
    #expect(one.regions == other.regions && one.sectors == other.sectors)
    #expect(one.countries == other.countries)
    #expect(one.nodeRegion == other.nodeRegion && one.nodeSector == other.nodeSector)
    #expect(one.intermediateUse == other.intermediateUse)
    #expect(one.finalDemandLabels == other.finalDemandLabels)
    #expect(one.finalDemandRegion == other.finalDemandRegion)
    #expect(one.finalDemand == other.finalDemand)
    #expect(one.primaryInputLabels == other.primaryInputLabels)
    #expect(one.primaryInputs == other.primaryInputs)
    #expect(one.primaryInputKinds == other.primaryInputKinds)
    #expect(one.grossOutput == other.grossOutput)
    #expect(one.description.moneyUnit == other.description.moneyUnit)
    #expect(one.description.year == other.description.year)
    #expect(one.description.name == other.description.name)
  }
}
