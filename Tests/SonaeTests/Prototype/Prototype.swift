import Commodities
import Diagnostics
import Foundation
import InputOutputTables
import Propagation
import RiskMetrics
import ScenarioText
import Scenarios
import Testing

@testable import sonae

/// Numbers that an independent prototype of LEVERS.md gives on the table of 2011 with `preset: pooled`:
/// `PropagationTests/Fixtures/levers/bundled.json`, a table of numbers below each heading.
enum Prototype {
  /// A node of the file.
  indirect enum Node: Decodable {
    case number(Double)
    case members([String: Node])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .members(try value.decode([String: Node].self))
      }
    }

    /// Members by name; none of a number.
    var members: [String: Node] {
      guard case .members(let members) = self else { return [:] }
      return members
    }

    /// Numbers among its members.
    var numbers: [String: Double] {
      members.compactMapValues {
        guard case .number(let number) = $0 else { return nil }
        return number
      }
    }
  }

  private static let table = Result { try EconomyLoader.load("g7plus-2011").table }

  /// What stands under the heading that begins with these words.
  static func section(_ heading: String) throws -> Node {
    let file = repository.appending(path: "Tests/PropagationTests/Fixtures/levers/bundled.json")
    let all = try JSONDecoder().decode(Node.self, from: try Data(contentsOf: file))
    return try #require(all.members.first { $0.key.hasPrefix(heading) }?.value, "\(heading)")
  }

  /// Whether a loss in % is the prototype's: within 0.005 points or a share of it, the larger.
  static func agrees(_ found: Double, _ expected: Double, within share: Double = 0.02) -> Bool {
    abs(found - expected) <= max(0.005, share * abs(expected))
  }

  /// What a scenario and its variants leave, with the four importers and two commodities that the
  /// prototype has: what others lose comes back through trade, and is not in its numbers.
  static func assessments(_ text: String) async throws -> [RiskAssessment] {
    let table = try table.get()
    let commodities = try CommodityCatalogue.bundled()
      .filter { ["crude oil", "rare earths"].contains($0.name) }.map(\.ofThePrototype)
    let document = try Parser.parse(Source(name: "a.yaml", text: text))
    let decoded = try ScenarioDecoder.decode(
      document, names: Names(table, commodities), defaults: try SectorDefaults.bundled())
    let scenarios = [decoded.base] + decoded.variants.map(\.scenario)
    let twins = IncomeTwins(scenarios, commodities: commodities)
    let runner = BatchRunner(Economy(table), commodities: commodities)
    let prices = PriceBase(table)
    let every = await runner.run(twins.scenarios, tracingLimits: false) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      RiskAssessment(
        recorder.accounts(of: column, batch), batch: batch, number: column,
        scenario: twins.scenarios[index], commodities: commodities, prices: prices)
    }
    return twins.joined(every) { $0.addIncome($1) }
  }

  /// Measures of a region.
  static func region(_ code: String, of assessment: RiskAssessment) throws -> RegionMeasures {
    let place = try #require(try table.get().regions.firstIndex { $0.code == code })
    return assessment.regions[place]
  }
}

extension Commodity {
  /// The commodity with the four importers that the prototype has.
  fileprivate var ofThePrototype: Commodity {
    Commodity(
      name: name, nameJa: nameJa, unit: unit, year: year, tableSector: tableSector,
      spareCapacity: spareCapacity,
      importers: importers.filter { ["JPN", "KOR", "CHN", "IND"].contains($0.code) },
      chokepoints: chokepoints, groups: groups, price: price, dependencies: dependencies,
      releases: releases, estimates: estimates, stockStatements: stockStatements,
      omissions: omissions, gaps: gaps)
  }
}
