import Diagnostics
import Files
import Quantities

/// Builds a commodity from the files of its folder, and reports every mistake of them at once.
struct CommodityBuilder {
  /// Stands for every importer that has no row of its own.
  static let everyImporter = "ALL"
  /// The origin of what a source does not split.
  static let otherOrigin = "OTHER"
  /// Shares add up to the whole within this.
  static let tolerance = 1e-6
  /// What stocks may add to a year's use or take from it, as a share of it.
  static let stockChange = 0.1

  let files: [CommodityFile.Kind: CommodityFile]
  var reader: CommodityReader
  /// Importers in the order of use.csv.
  var importers: [String] = []
  /// Figures of use.csv by importer.
  var use: [String: [UseMeasure: Figure]] = [:]
  /// Groups of groups.csv.
  var groups: [(code: String, members: [String])] = []
  /// Chokepoints of chokepoints.csv.
  var chokepoints: [Commodity.Chokepoint] = []

  /// Reads a folder's files; throws all that is wrong with them.
  static func build(
    _ folder: [(name: String, bytes: [UInt8])], name: String
  ) throws(DiagnosticList) -> Commodity {
    var log = ProblemLog()
    let files = open(folder, name: name, &log)
    guard let file = files[.commodity], files[.use] != nil else { throw failure(of: log) }
    let keys = CommodityKeyRows(file, &log)
    guard let units = keys.units(&log) else { throw failure(of: log) }
    var builder = CommodityBuilder(
      files: files, reader: CommodityReader(units: units, log: log))
    let header = CommodityHeader(keys, &builder.reader)
    let commodity = builder.commodity(header)
    guard let commodity, !builder.reader.log.hasErrors else {
      throw failure(of: builder.reader.log)
    }
    return commodity
  }

  /// Rows of a file that may be absent.
  func rows(_ kind: CommodityFile.Kind) -> [CommodityRow] { files[kind]?.rows ?? [] }

  /// A figure that no row gives.
  func absent(_ basis: String, _ dimension: CommodityDimension, in file: CommodityFile.Kind)
    -> Figure
  {
    Figure(
      value: nil, unit: reader.units.unit(of: dimension, written: ""),
      year: "\(reader.units.year)", basis: basis, source: "no row in \(file.rawValue)",
      confidence: .missing)
  }
}

extension CommodityBuilder {
  private init(files: [CommodityFile.Kind: CommodityFile], reader: CommodityReader) {
    self.files = files
    self.reader = reader
  }

  private mutating func commodity(_ header: CommodityHeader?) -> Commodity? {
    readUse()
    readGroups()
    readChokepoints()
    let importers = readImporters()
    let chain = readChain(importers)
    let dependencies = readDependencies()
    let releases = readReleases()
    let estimates = readEstimates()
    let statements = readStockStatements()
    let controls = readControls()
    guard let header else { return nil }
    let comparisons = estimates.filter { $0.about == "price" }
    return Commodity(
      name: header.name, nameJa: header.nameJa, about: header.about, unit: reader.units.unit,
      energyContent: reader.units.energy, year: reader.units.year, tableSector: header.tableSector,
      spareCapacity: header.spareCapacity, importers: importers,
      chain: chain, chokepoints: chokepoints, groups: groups,
      price: Commodity.Price(
        market: header.market, base: header.base, supply: header.supply,
        supplyElasticity: header.supplyElasticity, demandElasticity: header.demandElasticity,
        bound: header.bound, link: header.link,
        comparisons: comparisons.map { ("\($0.place): \($0.item)", $0.figure) }
      ),
      dependencies: dependencies, releases: releases, estimates: estimates,
      stockStatements: statements, controls: controls, omissions: header.omissions,
      reasonToStopNobody: header.reasonToStopNobody,
      gaps: reader.gapSentences, warnings: reader.log.remarks)
  }

  private static func open(
    _ folder: [(name: String, bytes: [UInt8])], name: String, _ log: inout ProblemLog
  ) -> [CommodityFile.Kind: CommodityFile] {
    var files: [CommodityFile.Kind: CommodityFile] = [:]
    for file in folder.sorted(by: { $0.name < $1.name }) where file.name.hasSuffix(".csv") {
      let source = Source(name: "\(name)/\(file.name)", bytes: file.bytes)
      guard let kind = CommodityFile.Kind(rawValue: file.name) else {
        let known = CommodityFile.Kind.allCases.map { $0.rawValue }
        log.error(
          CommodityProblem.unknown(.file, file.name, known: known),
          at: Place(source: source, range: 0..<0))
        continue
      }
      files[kind] = CommodityFile(kind, source, &log)
    }
    for kind in [CommodityFile.Kind.commodity, .use]
    where !folder.contains(where: { $0.name == kind.rawValue }) {
      let source = Source(name: "\(name)/\(kind.rawValue)", bytes: [])
      log.error(
        CommodityProblem.missingFile(kind.rawValue), at: Place(source: source, range: 0..<0))
    }
    return files
  }

  /// The mistakes in the order of their places; there is one wherever a step gave up.
  private static func failure(of log: ProblemLog) -> DiagnosticList {
    guard let failure = log.failure else { preconditionFailure("CommodityBuilder: no message") }
    return DiagnosticList(failure.diagnostics.sortedByPlace())
  }
}
