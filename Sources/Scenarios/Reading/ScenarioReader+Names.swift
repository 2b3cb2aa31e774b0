import Diagnostics
import Quantities
import ScenarioText

extension ScenarioReader {
  typealias Lookup<Found> = (Names, String) throws(ScenarioProblem.Name) -> Found

  /// What a field's name stands for.
  mutating func name<Found>(_ field: Field?, _ lookup: Lookup<Found>) -> Found? {
    guard let field, let text = text(field) else { return nil }
    return find(text, at: field.node.place, lookup)
  }

  /// What a text stands for.
  mutating func find<Found>(_ text: String, at place: Place, _ lookup: Lookup<Found>) -> Found? {
    guard let names else { return nil }
    do throws(ScenarioProblem.Name) {
      let found = try lookup(names, text)
      if let other = names.translation(of: text) {
        note(ScenarioProblem.Remark.otherCode(other.written, own: other.codes), at: place)
      }
      return found
    } catch {
      report(error, at: place)
      return nil
    }
  }

  /// What a list of names stands for, in its order, nothing twice and at least one.
  mutating func names<Found: Hashable>(
    _ field: Field?, _ kind: NameKind, _ lookup: Lookup<Found>
  ) -> [Found]? {
    allNames(field, kind) { names, text throws(ScenarioProblem.Name) in
      [try lookup(names, text)]
    }
  }

  /// The same of names that may stand for several.
  mutating func allNames<Found: Hashable>(
    _ field: Field?, _ kind: NameKind, _ lookup: Lookup<[Found]>
  ) -> [Found]? {
    guard let field, let nodes = list(field) else { return nil }
    if nodes.isEmpty, field.key.presence == .required {
      report(ScenarioProblem.Name.none(kind, key: field.key.name), at: field.node.place)
      return nil
    }
    var found: [Found] = []
    var isRight = true
    for node in nodes {
      if isFull { return nil }
      guard let text = text(node, field.key), let these = find(text, at: node.place, lookup)
      else {
        isRight = false
        continue
      }
      if these.contains(where: { found.contains($0) }) {
        report(ScenarioProblem.Name.twice(kind, text), at: node.place)
        isRight = false
      }
      found += these
    }
    return isRight ? found : nil
  }

  /// Regions, countries and groups of a list.
  mutating func partners(_ field: Field?) -> [Partner]? {
    names(field, .partner) { names, text throws(ScenarioProblem.Name) in
      try names.partner(text)
    }
  }

  /// Using sectors of a list, in the table's indices; none where it is left out.
  mutating func users(_ field: Field?) -> [Int]? { field == nil ? [] : sectors(field) }

  /// The items of a list, with its mistakes reported.
  mutating func list(_ field: Field) -> [Node]? {
    if let nodes = field.node.list { return nodes }
    let text = field.node.text
    if let text, !field.key.words.isEmpty {
      report(
        ScenarioProblem.Amount.notAChoice(
          text, key: field.key.name, accepted: field.key.words + [field.key.example],
          suggestion: nil), at: field.node.place)
    } else {
      let example = text.map { "\(field.key.name): [\($0)]" } ?? Self.line(field.key)
      report(
        ScenarioProblem.Shape.needsList(field.key.name, example: example), at: field.node.place)
    }
    return nil
  }

  /// Nodes of a list of patterns, each node once.
  mutating func nodes(_ field: Field?) -> [Int]? {
    let lists = names(field, .node) { names, text throws(ScenarioProblem.Name) in
      try names.nodes(text)
    }
    guard let lists else { return nil }
    var seen: Set<Int> = []
    return lists.flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// Regions of a list; `all` stands for every one.
  mutating func regions(_ field: Field?) -> [Int]? {
    if let names, field?.node.text == "all", field?.key.words == ["all"] {
      return Array(names.regions.codes.indices)
    }
    return names(field, .region) { names, text throws(ScenarioProblem.Name) in
      try names.region(text)
    }
  }

  /// Sectors of a list; `all` stands for every one.
  mutating func sectors(_ field: Field?) -> [Int]? {
    if let names, field?.node.text == "all", field?.key.words == ["all"] {
      return Array(names.sectors.codes.indices)
    }
    return allNames(field, .sector) { names, text throws(ScenarioProblem.Name) in
      try names.sectors(text)
    }
  }

  mutating func products(_ field: Field?) -> [Product]? {
    allNames(field, .product) { names, text throws(ScenarioProblem.Name) in
      try names.products(text)
    }
  }

  mutating func commodity(_ field: Field?) -> Int? {
    name(field) { names, text throws(ScenarioProblem.Name) in try names.commodity(text) }
  }

  mutating func commodities(_ field: Field?) -> [Int]? {
    names(field, .commodity) { names, text throws(ScenarioProblem.Name) in
      try names.commodity(text)
    }
  }

  mutating func region(_ field: Field?) -> Int? {
    name(field) { names, text throws(ScenarioProblem.Name) in try names.region(text) }
  }

  mutating func partner(_ field: Field?) -> Partner? {
    name(field) { names, text throws(ScenarioProblem.Name) in try names.partner(text) }
  }

  /// A partner that is a country or region, no group.
  mutating func importer(_ field: Field?) -> Partner? {
    guard let field, let partner = partner(field) else { return nil }
    guard let names, names.isGroup(partner) else { return partner }
    report(
      ScenarioProblem.Combination.notAvailableFor(key: field.key.name, name: partner.code),
      at: field.node.place)
    return nil
  }

  /// Origins of a commodity; nil if the commodity is not known.
  mutating func origins(_ field: Field?, of commodity: Int?) -> [Partner]? {
    guard let commodity else { return nil }
    return names(field, .origin) { names, text throws(ScenarioProblem.Name) in
      try names.origin(text, of: commodity)
    }
  }

  /// Names with amounts in base units, nothing twice; `all` is infinite.
  mutating func amounts<Found: Hashable>(
    _ field: Field?, in dimensions: [Dimension]? = nil, _ lookup: Lookup<Found>
  ) -> [(name: Found, amount: Double)]? {
    guard let field, case .amounts(let kind, _) = field.key.type else { return nil }
    guard let entries = field.node.mapping else {
      report(
        ScenarioProblem.Shape.needsMapping(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return nil
    }
    if entries.isEmpty {
      report(ScenarioProblem.Name.none(kind, key: field.key.name), at: field.node.place)
      return nil
    }
    var found: [(name: Found, amount: Double)] = []
    for entry in entries {
      if isFull { return nil }
      let name = find(entry.key, at: entry.keyPlace, lookup)
      let amount = number(entry.value, field.key, in: dimensions)
      guard let name, let amount else { continue }
      if found.contains(where: { $0.name == name }) {
        report(ScenarioProblem.Name.twice(kind, entry.key), at: entry.keyPlace)
      } else {
        found.append((name, amount))
      }
    }
    return found.count == entries.count ? found : nil
  }

  /// Sectors with amounts, as `amounts`; parts of one have its amount each.
  mutating func sectorAmounts(_ field: Field?) -> [(name: Int, amount: Double)]? {
    let lists = amounts(field) { names, text throws(ScenarioProblem.Name) in try names.sectors(text)
    }
    guard let field, let lists else { return nil }
    let found = lists.flatMap { list in list.name.map { (name: $0, amount: list.amount) } }
    guard Set(found.map { $0.name }).count == found.count else {
      report(ScenarioProblem.Name.twice(.sector, field.key.name), at: field.node.place)
      return nil
    }
    return found
  }

  /// Reports shares that do not add up to 1.
  mutating func requireWhole(_ amounts: [Double], _ field: Field?) {
    let sum = amounts.reduce(0, +)
    guard let field, abs(sum - 1) > 1e-6 else { return }
    let rounded = (sum * 1e8).rounded() / 1e8
    report(
      ScenarioProblem.Combination.notWhole(
        key: field.key.name, sum: Dimension.share.text(rounded)), at: field.node.place)
  }
}
