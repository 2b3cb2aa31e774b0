import Commodities
import Diagnostics
import InputOutputTables
import Propagation
import Quantities
import RiskMetrics
import ScenarioText
import Scenarios
import Testing

@testable import sonae

/// A key of a file set to one value after the other on a file in which it bites, and what that moves: the last
/// step from a text to a number that a reader sees.
struct KeySweep: Sendable {
  /// What more of it does to a measure; `moves`: anything that a report shows changes.
  enum Direction: Sendable {
    case adds(Measure)
    case takes(Measure)
    case moves
  }

  /// A number of Japan's, the first region's.
  enum Measure: Sendable {
    /// Value added lost over GDP.
    case loss
    /// Income lost over GDP.
    case income
    /// Mean of the first commodity's price over its base.
    case price
    /// Change of consumer prices.
    case consumers
    /// Change of the import bill over GDP.
    case bill
    /// What governments pay.
    case budget
    /// What buyers pay.
    case buyers
  }

  /// Below the lever, such as `refill.rate`.
  let key: String
  let values: [String]
  let direction: Direction
  /// What else is set, such as `rule=entitlement`.
  let with: [String]

  init(_ key: String, _ direction: Direction, _ values: [String], with: [String] = []) {
    self.key = key
    self.values = values
    self.direction = direction
    self.with = with
  }

  /// Keys of when a lever is in force, where more of it adds to a measure or takes from it.
  static func window(_ acting: (Measure) -> Direction, _ measure: Measure) -> [KeySweep] {
    let isAdding = if case .adds = acting(measure) { true } else { false }
    let later: Direction = isAdding ? .takes(measure) : .adds(measure)
    return [
      KeySweep("from", later, ["day 0", "day 30", "day 60"]),
      KeySweep("lead", later, ["0 days", "30 days"]),
      KeySweep("ramp", later, ["0 days", "90 days"]),
      KeySweep("for", acting(measure), ["30 days", "60 days", "180 days"]),
      KeySweep(
        "recovery", acting(measure), ["immediate", "linear over 60 days"], with: ["for=40 days"]),
    ]
  }
}

/// A file and sweeps of the keys of one of its levers.
struct SweptLever: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Where it stands, such as `shocks[0].ban`.
  let path: String
  let text: String
  let sweeps: [KeySweep]

  /// A file on Japan and others in which the lever stands first or last of its list.
  init(
    _ lever: String, at path: String, baseline: [String] = [], shocks: [String] = [],
    responses: [String] = [], model: String = "{}", _ sweeps: [KeySweep]
  ) {
    func list(_ name: String, _ entries: [String]) -> String {
      entries.isEmpty ? "" : "\(name):\n" + entries.map { "  - \($0)\n" }.joined()
    }
    testDescription = lever
    self.path = path
    text =
      "economy: g7plus-2011\nhorizon: 200 days\nmodel: \(model)\n" + list("baseline", baseline)
      + list("shocks", shocks) + list("responses", responses)
    self.sweeps = sweeps
  }

  /// Paths of the key table that are swept.
  var keys: [String] {
    let kind = path.replacing("[0]", with: "[]").replacing("[1]", with: "[]")
    return sweeps.map { "\(kind).\($0.key)" }
  }

  /// The file with a value of a key.
  func document(_ sweep: KeySweep, _ value: String) throws -> Document {
    let settings = sweep.with.map { "\(path).\($0)" } + ["\(path).\(sweep.key)=\(value)"]
    return try settings.reduce(try Parser.parse(Source(name: "a.yaml", text: text))) {
      try $0.setting(Source(name: "--set", text: $1))
    }
  }
}

/// Runs files of sweeps on the table of 2011 with the commodities that they name.
enum SweepRuns {
  private static let table = Result { try EconomyLoader.load("g7plus-2011").table }
  private static let catalogue = Result {
    try CommodityCatalogue.bundled().filter { ["crude oil", "rare earths"].contains($0.name) }
  }

  /// What each file leaves.
  static func assessments(_ documents: [Document]) async throws -> [RiskAssessment] {
    let table = try table.get()
    let commodities = try catalogue.get()
    let names = Names(table, commodities)
    let defaults = try SectorDefaults.bundled()
    let scenarios = try documents.map {
      try ScenarioDecoder.decode($0, names: names, defaults: defaults).base
    }
    let twins = IncomeTwins(scenarios, commodities: commodities)
    let prices = PriceBase(table)
    let found = await BatchRunner(Economy(table), commodities: commodities).run(
      twins.scenarios, tracingLimits: false
    ) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      RiskAssessment(
        recorder.accounts(of: column, batch), batch: batch, number: column,
        scenario: twins.scenarios[index], commodities: commodities, prices: prices)
    }
    return twins.joined(found) { $0.addIncome($1) }
  }
}

extension KeySweep.Measure {
  /// The measure of a run; nil if it was not computed.
  func value(_ assessment: RiskAssessment) -> Double? {
    let japan = assessment.regions[0]
    return switch self {
    case .loss: japan.valueAddedLossShare
    case .income: japan.incomeLossShare
    case .price: assessment.commodities.first { $0.importer == "JPN" }?.priceChangeMean
    case .consumers: japan.consumerPriceChange
    case .bill: japan.importBillAtBaseVolumeShare
    case .budget: cost(assessment, "government:")
    case .buyers: cost(assessment, "buyers:")
    }
  }

  private func cost(_ assessment: RiskAssessment, _ payer: String) -> Double {
    assessment.ledger.filter { $0.payer.hasPrefix(payer) }.reduce(0) { $0 + $1.cost } / 1e6
  }
}

extension RiskAssessment {
  /// Every number that a report may show.
  var shown: [String] {
    let ofRegions = regions.map { region in
      "\(region.outputLoss) \(region.finalDemandUnmet) \(region.incomeLossShare ?? 0) "
        + "\(region.importBillChangeShare ?? 0) \(region.consumerPriceChange ?? 0)"
    }
    let ofCommodities = commodities.map { commodity in
      "\(commodity.stockDaysLowest) \(commodity.stockDaysEnd) \(commodity.released) "
        + "\(commodity.restrained) \(commodity.priceChangeMean ?? 0)"
    }
    return ofRegions + ofCommodities + ledger.map { "\($0.payer) \($0.year) \($0.cost)" }
  }
}
