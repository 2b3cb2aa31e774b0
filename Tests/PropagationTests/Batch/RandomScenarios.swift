import Commodities
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import ScenarioText
import Scenarios

/// Draws scenario files from the key table: a key that is added later is drawn too, or the draw fails.
struct RandomScenarios {
  /// A key whose type nothing here knows how to draw.
  struct Undrawn: Error { let path: String }

  /// The economy whose names are drawn.
  let table: InputOutputTable
  let commodities: [Commodity]
  private let names: Names
  private let defaults: SectorDefaults
  private var random: SplitMix64
  /// Paths of the kinds of entries that were drawn.
  private(set) var drawn: Set<String> = []

  init(_ table: InputOutputTable, seed: UInt64) throws {
    self.table = table
    var random = SplitMix64(seed: seed)
    commodities = try CommodityCatalogue.bundled()
      .filter { ["crude oil", "rare earths"].contains($0.name) }
      .map { seed.isMultiple(of: 2) ? $0.withDrawnWays(&random) : $0 }
    names = Names(table, commodities)
    defaults = try SectorDefaults.bundled()
    self.random = random
  }

  /// Keys whose values a batch must share, and texts of them that are drawn.
  static let conventions = [
    "model.preset": ModelParameters.Preset.allCases.map(\.rawValue),
    "model.step": ["1 day", "0.5 day", "0.25 day"],
    "model.rationing": [
      "proportional", "intermediate first", "final demand first", "domestic first",
      "water filling", "named first",
    ],
    "model.supplier choice": ["delivery", "fixed", "capacity", "output"],
  ]

  /// One text of each convention.
  mutating func drawConventions() -> [String: String] {
    var drawn: [String: String] = [:]
    for (path, texts) in Self.conventions.sorted(by: { $0.key < $1.key }) {
      drawn[path] = pick(texts)
    }
    if drawn["model.rationing"] == "named first" {
      let region = pick(table.regions.map(\.code))
      drawn["model.served first"] = "{regions: [\(region)]}"
    }
    return drawn
  }

  /// A scenario with every key of `model` drawn and up to `entries` shocks and responses each.
  mutating func draw(
    _ conventions: [String: String], horizon: Int, entries: Int
  ) throws -> Scenario {
    let model = try model(conventions)
    var lists: [String] = []
    for list in ["baseline", "shocks", "responses"] {
      var texts: [String] = []
      for _ in 0..<entries where chance(0.6) {
        if let text = try entry(of: list) { texts.append("  - " + text + "\n") }
      }
      lists.append(texts.isEmpty ? "" : list + ":\n" + texts.joined())
    }
    return try decode(
      "economy: random\nhorizon: \(horizon) days\nmodel: \(model)\n" + lists.joined())
  }

  /// A model that the decoder accepts: values that do not go together are drawn again.
  private mutating func model(_ conventions: [String: String]) throws -> String {
    for _ in 0..<300 {
      let text = try group("model", fixed: conventions)
      if (try? decode("economy: random\nmodel: \(text)\n")) != nil { return text }
    }
    throw Undrawn(path: "model")
  }

  func decode(_ text: String) throws -> Scenario {
    let document = try Parser.parse(Source(name: "drawn.yaml", text: text))
    return try ScenarioDecoder.decode(document, names: names, defaults: defaults).base
  }

  /// One entry of a list that the decoder accepts; nil if no draw of its kind is.
  private mutating func entry(of list: String) throws -> String? {
    let kinds = KeyTable.keys(of: list + "[]").filter { $0.type == .group }
    let kind = kinds[below(kinds.count)]
    for _ in 0..<60 {
      let text = "\(kind.name): " + (try group(kind.path, fixed: [:]))
      if (try? decode("economy: random\nhorizon: 365 days\n\(list):\n  - \(text)\n")) != nil {
        drawn.insert(kind.path)
        return text
      }
    }
    return nil
  }

  /// A group's keys; one of two that exclude each other, and some of those that may be left out.
  private mutating func group(_ path: String, fixed: [String: String]) throws -> String {
    var members: [String] = []
    var given: Set<String> = []
    var open = Set(KeyTable.keys(of: path).map(\.name))
    for key in KeyTable.keys(of: path) where given.isDisjoint(with: key.alternatives) {
      open.remove(key.name)
      guard isDrawn(key, fixed) else { continue }
      // Left to those that take its place, if they are still to come.
      if !open.isDisjoint(with: key.alternatives), chance(0.5) { continue }
      if key.presence == .optional, chance(0.5) { continue }
      let value = try fixed[key.path] ?? value(of: key, fixed: fixed)
      given.insert(key.name)
      members.append("\"\(key.name)\": \(value)")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// Whether a key has an effect under the preset that is drawn; listed buyers make a batch of their own
  /// (`SliceTests`).
  private func isDrawn(_ key: Key, _ fixed: [String: String]) -> Bool {
    if ["listed", "resale"].contains(key.name) { return false }
    guard let name = fixed["model.preset"] else { return true }
    return key.presets.contains { $0.rawValue == name }
  }

  private mutating func value(of key: Key, fixed: [String: String]) throws -> String {
    if key.path == "model.variety" { return reach() }
    switch key.type {
    case .group: return try group(key.path, fixed: fixed)
    case .text: return "drawn"
    case .texts where !key.words.isEmpty: return "[\(pick(key.words))]"
    case .wholeNumber: return "\(below(1000) + 1)"
    case .flag: return pick(["true", "false"])
    case .choice: return pick(key.words)
    case .quantity(let dimensions):
      return chance(0.2) && !key.words.isEmpty
        ? pick(key.words) : number(dimensions, key.bounds)
    case .wholeDays:
      return chance(0.3) && !key.words.isEmpty ? pick(key.words) : "\(below(25) + 1) days"
    case .moment:
      // Before the first day where the lever may have begun then, and only there for some.
      let low = Int(key.bounds?.low ?? 0)
      let high = Int(min(key.bounds?.high ?? 20, 20))
      return low < 0 && (high < 0 || chance(0.4)) ? "day \(-1 - below(400))" : "day \(below(20))"
    case .recovery:
      let kind = pick(["linear", "exponential", "logistic"])
      return chance(0.3) ? "immediate" : "\(kind) over \(below(20) + 3) days"
    case .trigger:
      return "\(pick(["shortfall", "price"])) above \(below(20))% for \(below(4) + 1) days"
    case .perProduct(let dimensions): return perProduct(dimensions, key)
    case .criticality: return criticality(key)
    case .name(let kind): return try name(kind)
    case .names(let kind): return "[" + (try name(kind)) + "]"
    case .amounts(let kind, let dimensions):
      if !key.words.isEmpty, key.words != ["all"], chance(0.5) { return pick(key.words) }
      return "{\(try name(kind)): \(number(dimensions, key.bounds))}"
    default: throw Undrawn(path: key.path)
    }
  }

  /// A word, one number for all, or numbers and `unlimited` by product.
  private mutating func perProduct(_ dimensions: [Dimension], _ key: Key) -> String {
    if chance(0.2), !key.words.isEmpty { return pick(key.words) }
    if chance(0.3) { return number(dimensions, key.bounds) }
    let entries = table.sectors.filter { _ in chance(0.7) }.map { sector in
      let isWord = key.words.contains("unlimited") && chance(0.3)
      return "\(sector.code): "
        + (isWord ? "unlimited" : number(dimensions, key.bounds))
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  /// One K for all products, k by product, or none; a k of an unlimited product is drawn again.
  private mutating func reach() -> String {
    if chance(0.15) { return "off" }
    if chance(0.5) { return pick(["1", "2.5", "4", number([.number], Key.Bounds(1, 4))]) }
    let entries = table.sectors.filter { _ in chance(0.4) }.map { sector in
      "\(sector.code): " + pick(["0", "1", number([.number], Key.Bounds(1, 4))])
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  /// For all, by product, or by product and user; often 0 or 1.
  private mutating func criticality(_ key: Key) -> String {
    if chance(0.15) { return pick(key.words) }
    if chance(0.2) { return pick(["0", "1", "0.4"]) }
    let entries = table.sectors.filter { _ in chance(0.7) }.map { sector -> String in
      if chance(0.5) { return "\(sector.code): " + pick(["0", "1", "30%"]) }
      let users = table.sectors.filter { _ in chance(0.5) }.map {
        "\($0.code): " + pick(["0", "1", "0.7"])
      }
      return "\(sector.code): {" + users.joined(separator: ", ") + "}"
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  /// A number within bounds in a unit of one of the dimensions; the ends of a share often.
  private mutating func number(_ dimensions: [Dimension], _ bounds: Key.Bounds?) -> String {
    let dimension = pick(dimensions)
    let unit = Unit.names(of: dimension).first.flatMap { Unit.named($0) } ?? Unit.one
    let low = bounds?.low ?? 0
    let high = min(bounds?.high ?? .infinity, low + Self.span(dimension))
    if bounds?.isOpen != true, chance(0.1) { return unit.text(of: unit.number(fromBase: low)) }
    if dimension == .share || dimension == .number, chance(0.15) {
      return unit.text(of: unit.number(fromBase: high))
    }
    // Rounded to three digits, so that a unit's rounding never leaves the bounds.
    let drawn = unit.number(fromBase: low + (0.01 + 0.98 * random.nextUniform()) * (high - low))
    return unit.text(of: (drawn * 1_000).rounded() / 1_000)
  }

  /// How far drawn values reach above the lowest, base unit.
  private static func span(_ dimension: Dimension) -> Double {
    switch dimension {
    case .number, .share, .points: 1.5
    case .pointsPerTime, .sharePerYear: 0.1
    case .duration: 60
    case .volume: 1e8
    case .mass: 1e5
    case .volumePerTime: 2e6
    case .massPerTime: 1e3
    case .moneyPerTime: 1e6
    case .pricePerVolume: 200
    case .pricePerMass: 1e5
    case .pricePerEnergy: 100
    case .money: 1e3
    }
  }

  private mutating func name(_ kind: NameKind) throws -> String {
    switch kind {
    case .economy: table.description.name
    case .region: pick(table.regions.map(\.code))
    case .sector: pick(table.sectors.map(\.code))
    case .user: pick(table.regions.map(\.code) + table.sectors.map(\.code))
    case .product: pick(table.sectors.map(\.code) + commodities.map(\.name))
    case .commodity: pick(commodities.map(\.name))
    case .chokepoint: pick(commodities.flatMap(\.chokepoints).map(\.name))
    case .partner: pick(table.regions.map(\.code) + commodities.flatMap { $0.groups.map(\.code) })
    case .origin:
      pick(
        commodities.flatMap { commodity in
          commodity.groups.map(\.code) + commodity.importers.flatMap { $0.origins.map(\.origin) }
        })
    case .node: pick(table.regions.map(\.code)) + "." + pick(table.sectors.map(\.code))
    case .stage: "last"
    case .finalDemand: pick(table.finalDemandLabels).replacing("_", with: ".")
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
  private mutating func chance(_ share: Double) -> Bool { random.nextUniform() < share }
}
