import Diagnostics
import ScenarioText

extension ScenarioReader {
  /// Inventories, restocking times, ψ and criticality of every product; nil without names.
  mutating func products(_ group: Group, flows: Bool) -> SectorDefaults.Model? {
    let codes = names?.sectors.codes ?? []
    let level = group["inventory"]?.node.text.flatMap { SectorDefaults.Level(rawValue: $0) }
    var model = standard(for: codes, level: level ?? .central, flows: flows)
    let bundled =
      level == nil
      ? nil
      : defaults.model(
        for: codes, level: level ?? .central, flows: flows)
    let plain = defaults.model(for: codes, level: .central, flows: flows)
    let inventory = perProduct(
      group["inventory"], base: bundled?.inventoryDays ?? model.inventoryDays,
      word: KeyTable.words(SectorDefaults.Level.self))
    let restock = perProduct(
      group["restock"], base: isWord(group["restock"]) ? plain.restockDays : model.restockDays,
      word: ["bundled"])
    let psi = perProduct(
      group["psi"], base: isWord(group["psi"]) ? plain.psi : model.psi, word: ["bundled"])
    let criticality = criticality(
      group["table criticality"],
      base: isWord(group["table criticality"]) ? plain.criticality : model.criticality)
    guard names != nil, let inventory, let restock, let psi, let criticality else { return nil }
    remarkOnDefaults(group, plain)
    model.inventoryDays = inventory
    model.restockDays = restock
    model.psi = psi
    model.criticality = criticality
    return model
  }

  func isWord(_ field: Field?) -> Bool { field?.node.text == "bundled" }

  /// What unlisted products keep: the preset's values.
  private func standard(
    for codes: [String], level: SectorDefaults.Level, flows: Bool
  ) -> SectorDefaults.Model {
    guard preset == .ario else { return defaults.model(for: codes, level: level, flows: flows) }
    let count = codes.count
    return SectorDefaults.Model(
      inventoryDays: [Double](repeating: 90, count: count),
      restockDays: [Double](repeating: 60, count: count),
      psi: [Double](repeating: 0.8, count: count),
      criticality: [Double](repeating: 1, count: count * count),
      differentiated: [Double?](repeating: nil, count: count),
      coverOfAverage: [Double](repeating: 1, count: count), undifferentiated: [], unknown: [])
  }

  /// Warns that a table has no bundled defaults, with the keys that rely on them.
  private mutating func remarkOnDefaults(_ group: Group, _ plain: SectorDefaults.Model) {
    let undifferentiated = plain.undifferentiated
    if !undifferentiated.isEmpty, preset == .sonae, group["variety"]?.node.text != "off" {
      warn(
        ScenarioProblem.Remark.noDifferentiation(
          sectors: undifferentiated, count: undifferentiated.count), at: group.place)
    }
    let unknown = plain.unknown
    guard !unknown.isEmpty, preset != .ario else { return }
    let count = names?.sectors.codes.count ?? 0
    let reliant = ["inventory", "restock", "psi", "table criticality"].filter { name in
      guard let node = group[name]?.node else { return true }
      if let text = node.text {
        return ["bundled", "low", "central", "high"].contains(text)
      }
      return (node.mapping?.count ?? 0) < count
    }
    guard !reliant.isEmpty else { return }
    warn(
      ScenarioProblem.Remark.noDefaults(
        sectors: unknown, count: unknown.count, keys: reliant.map { "model." + $0 }),
      at: group.place)
  }

  /// A number for every product: one for all, a mapping over the base, or a word for the base itself.
  mutating func perProduct(
    _ field: Field?, base: [Double], word: [String]
  ) -> [Double]? {
    guard let field else { return nil }
    if let text = field.node.text, word.contains(text) { return base }
    guard case .mapping(let entries) = field.node.content else {
      if case .sequence = field.node.content {
        report(
          ScenarioProblem.Shape.needsMapping(field.key.name, example: Self.line(field.key)),
          at: field.node.place)
        return nil
      }
      return number(field).map { [Double](repeating: $0, count: base.count) }
    }
    let words = field.key.words.filter { !word.contains($0) }
    return overlay(entries, on: base) { reader, node in
      reader.number(node, field.key, words: words)
    }
  }

  /// Puts values of named sectors over a base; nil if one of them is wrong.
  private mutating func overlay(
    _ entries: [Node.Entry], on base: [Double],
    value: (inout ScenarioReader, Node) -> Double?
  ) -> [Double]? {
    var values = base
    var isRight = true
    forEachSector(entries) { reader, sector, node in
      guard let number = value(&reader, node) else { return isRight = false }
      if let sector { values[sector] = number } else { isRight = false }
    }
    return isRight ? values : nil
  }

  /// Calls for every entry with its sector, nil if the name is wrong, named twice or not resolved.
  private mutating func forEachSector(
    _ entries: [Node.Entry], _ body: (inout ScenarioReader, Int?, Node) -> Void
  ) {
    var seen: Set<Int> = []
    for entry in entries {
      let sectors = find(entry.key, at: entry.keyPlace) {
        names, text throws(ScenarioProblem.Name) in
        try names.sectors(text)
      }
      if let sectors, seen.isDisjoint(with: sectors) {
        seen.formUnion(sectors)
        for sector in sectors { body(&self, sector, entry.value) }
        continue
      }
      if sectors != nil {
        report(ScenarioProblem.Name.twice(.sector, entry.key), at: entry.keyPlace)
      }
      body(&self, nil, entry.value)
    }
  }

  /// Criticality: one for all, by product, or by product and user, over the base.
  private mutating func criticality(_ field: Field?, base: [Double]) -> [Double]? {
    guard let field else { return nil }
    if isWord(field) { return base }
    guard case .mapping(let entries) = field.node.content else {
      return perProduct(field, base: base, word: [])
    }
    let count = names?.sectors.codes.count ?? 0
    var values = base
    var isRight = true
    forEachSector(entries) { reader, sector, node in
      let row = sector.map { $0 * count..<($0 + 1) * count }
      let old = row.map { Array(values[$0]) } ?? []
      guard let new = reader.row(node, field.key, base: old), let row else {
        return isRight = false
      }
      values.replaceSubrange(row, with: new)
    }
    return isRight ? values : nil
  }

  /// Criticality of one product: one for all users, or by user.
  private mutating func row(_ node: Node, _ key: Key, base: [Double]) -> [Double]? {
    guard case .mapping(let users) = node.content else {
      return number(node, key, words: []).map { [Double](repeating: $0, count: base.count) }
    }
    guard !base.isEmpty else {
      forEachSector(users) { reader, _, node in _ = reader.number(node, key, words: []) }
      return nil
    }
    return overlay(users, on: base) { reader, node in reader.number(node, key, words: []) }
  }
}
