import Diagnostics
import Files
import Quantities

/// The rows of commodity.csv by key, before their values mean anything.
struct CommodityKeyRows {
  private(set) var rows: [CommodityKey: CommodityRow] = [:]
  private(set) var gaps: [CommodityRow] = []

  init(_ file: CommodityFile, _ log: inout ProblemLog) {
    for row in file.rows {
      guard let key = CommodityKey(rawValue: row["key"]) else {
        let known = CommodityKey.allCases.map { $0.rawValue }
        log.error(CommodityProblem.unknown(.key, row["key"], known: known), at: row.place("key"))
        continue
      }
      if key == .gap { gaps.append(row) } else { rows[key] = rows[key] ?? row }
    }
    let isLinked = CommodityKey.link.contains { rows[$0] != nil }
    for key in CommodityKey.allCases
    where rows[key] == nil && (key.isRequired || isLinked && CommodityKey.link.contains(key)) {
      log.error(CommodityProblem.missingKey(key.rawValue), at: file.table.headerPlace)
    }
  }

  /// The commodity's unit and year; nil if either is absent or malformed, which is logged.
  func units(_ log: inout ProblemLog) -> CommodityUnits? {
    guard let unitRow = rows[.unit], let yearRow = rows[.year] else { return nil }
    let unit = unitRow["value"]
    let year = Int(yearRow["value"]).flatMap { (1900...2200).contains($0) ? $0 : nil }
    if year == nil {
      log.error(CommodityProblem.badYear(yearRow["value"]), at: yearRow.place("value"))
    }
    if unit.isEmpty {
      log.error(CommodityProblem.emptyCell(column: "value"), at: unitRow.place("value"))
    } else if unit.contains(where: { $0 == " " || $0 == "/" }) {
      log.error(
        CommodityProblem.wrongUnit(unit, accepted: ["t", "bbl"]), at: unitRow.place("value"))
    } else if let year {
      return CommodityUnits(unit: unit, year: year)
    }
    return nil
  }
}

/// What commodity.csv says.
struct CommodityHeader {
  let name: String
  let nameJa: String
  let about: String
  let tableSector: String
  let spareCapacity: Figure
  let market: Commodity.Market
  let base: Figure
  let supply: Figure
  let supplyElasticity: Figure
  let demandElasticity: Figure
  let bound: Figure
  let link: Commodity.Price.Link?
  let omissions: [Commodity.Omission]
  let reasonToStopNobody: (text: String, textJa: String)?

  /// Reads every key, conversions first; nil if one of them is wrong.
  init?(_ keys: CommodityKeyRows, _ reader: inout CommodityReader) {
    reader.units = Self.conversions(keys, &reader)
    let texts = [CommodityKey.name, .nameJa, .unit, .year, .tableSector, .market].map {
      Self.text($0, keys, &reader)
    }
    let market = keys.rows[.market].flatMap {
      reader.word($0, "value", .market, Commodity.Market.self)
    }
    let any = CommodityReader.anything
    let positive = CommodityReader.positive
    let spare = Self.figure(.spareCapacity, .share, 0...10, keys, &reader)
    let base = Self.figure(.priceBase, .price, positive, keys, &reader)
    let supply = Self.figure(.marketSupply, .flow, positive, keys, &reader)
    let supplyElasticity = Self.figure(.supplyElasticity, .number, 0...100, keys, &reader)
    let demandElasticity = Self.figure(
      .demandElasticity, .number, any.lowerBound...(-1e-6), keys, &reader)
    let bound = Self.figure(.priceBound, .number, 1...1e6, keys, &reader)
    let link = Self.link(keys, name: texts[0], demand: demandElasticity, &reader)
    omissions = keys.gaps.map { Self.omission($0) }
    for (row, omission) in zip(keys.gaps, omissions) {
      let about = omission.name(without: omission.besides)
      _ = reader.figure(row, .free, within: any, for: nil, about: about)
    }
    guard let market, let spare, let base, let supply, let supplyElasticity, let demandElasticity,
      let bound, let name = texts[0], let nameJa = texts[1], let tableSector = texts[4]
    else { return nil }
    reasonToStopNobody = keys.rows[.stopsNobody].flatMap { row in
      reader.provenance(of: row).flatMap { _ in
        reader.text(row, "basis").map { ($0, row["basis_ja"].isEmpty ? $0 : row["basis_ja"]) }
      }
    }
    self.name = name
    self.nameJa = nameJa
    about = keys.rows[.name]?["note"] ?? ""
    self.tableSector = tableSector
    self.market = market
    spareCapacity = spare
    self.base = base
    self.supply = supply
    self.supplyElasticity = supplyElasticity
    self.demandElasticity = demandElasticity
    self.bound = bound
    self.link = link
  }

  /// What a row leaves out, with `;` between those of its parts that have files of their own.
  private static func omission(_ row: CommodityRow) -> Commodity.Omission {
    Commodity.Omission(
      name: row["basis"], nameJa: row["basis_ja"].isEmpty ? row["basis"] : row["basis_ja"],
      besides: row["besides"].split(separator: ";").map { $0.trimmed })
  }

  /// What the price follows; nil without the rows, or where they are wrong, which is logged.
  private static func link(
    _ keys: CommodityKeyRows, name: String?, demand: Figure?, _ reader: inout CommodityReader
  ) -> Commodity.Price.Link? {
    guard let row = keys.rows[.linkedTo] else { return nil }
    let leader = text(.linkedTo, keys, &reader)
    let elasticity = figure(.linkElasticity, .number, 0...100, keys, &reader)
    let lag = figure(.linkLag, .days, 0...3650, keys, &reader)
    guard let leader, let elasticity, let lag else { return nil }
    if leader == name || demand?.value != nil {
      reader.log.error(
        CommodityProblem.linkedTwice(leader, isItself: leader == name), at: row.place("value"))
      return nil
    }
    return Commodity.Price.Link(leader: leader, elasticity: elasticity, lag: lag)
  }

  private static func conversions(
    _ keys: CommodityKeyRows, _ reader: inout CommodityReader
  ) -> CommodityUnits {
    let bounds = 1e-9...1e9
    let unit = reader.units.unit
    let tonne = figure(.unitsPerTonne, .ratio("\(unit)/t"), bounds, keys, &reader)
    let kilolitre = figure(.unitsPerKilolitre, .ratio("\(unit)/kl"), bounds, keys, &reader)
    let energy = figure(.energyContent, .ratio("MMBtu/\(unit)"), bounds, keys, &reader)
    return CommodityUnits(
      unit: unit, year: reader.units.year, perTonne: tonne?.value,
      perKilolitre: kilolitre?.value, energy: energy?.value)
  }

  private static func text(
    _ key: CommodityKey, _ keys: CommodityKeyRows, _ reader: inout CommodityReader
  ) -> String? {
    guard let row = keys.rows[key] else { return nil }
    guard reader.provenance(of: row) != nil else { return nil }
    return reader.text(row, "value")
  }

  private static func figure(
    _ key: CommodityKey, _ dimension: CommodityDimension, _ bounds: ClosedRange<Double>,
    _ keys: CommodityKeyRows, _ reader: inout CommodityReader
  ) -> Figure? {
    guard let row = keys.rows[key] else { return nil }
    return reader.figure(row, dimension, within: bounds, for: nil)
  }
}
