import Diagnostics
import ScenarioText

// Who is served first when output falls short, and whom `named first` names: on the spot, as
// `rationing: {named first: [N, JPN]}`, or below `served first` (LEVERS.md F).
extension ScenarioReader {
  /// The order of service; `final first` is short for final demand.
  mutating func rationing(_ field: Field?) -> ModelParameters.Rationing? {
    guard let field, let entries = field.node.mapping else {
      return field?.node.text == "final first" ? .finalFirst : choice(field)
    }
    let word = ModelParameters.Rationing.namedFirst.rawValue
    if entries.count == 1, entries[0].key == word { return .namedFirst }
    guard let other = entries.first(where: { $0.key != word }) else {
      report(
        ScenarioProblem.Shape.needsOneValue(field.key.name, example: Self.line(field.key)),
        at: field.place)
      return nil
    }
    report(ScenarioProblem.Combination.namesNobody(other.key), at: other.keyPlace)
    return nil
  }

  /// Who is named where those who are named are served first, and only there.
  mutating func servedFirst(
    _ model: Group, under rationing: ModelParameters.Rationing?
  ) -> ServedFirst? {
    let order = rationing == .namedFirst ? model["rationing"] : nil
    let onTheSpot = order?.node.mapping?.first
    guard let field = model["served first"] else {
      if let order, let onTheSpot { return served(onTheSpot, of: order.key) }
      guard rationing == .namedFirst else { return .nobody }
      report(ScenarioProblem.Combination.nobodyNamed, at: order?.place ?? model.place)
      return nil
    }
    if onTheSpot != nil {
      report(
        ScenarioProblem.Shape.bothGiven("rationing: {named first: …}", "served first"),
        at: field.keyPlace)
      return nil
    }
    guard let group = group(field) else { return nil }
    let sectors = group["sectors"] == nil ? [] : sectors(group["sectors"])
    let regions = group["regions"] == nil ? [] : regions(group["regions"])
    guard let sectors, let regions else { return nil }
    guard rationing == .namedFirst else {
      remark(field, isIdleBy: "rationing: \(rationing?.rawValue ?? "")")
      return .nobody
    }
    guard !sectors.isEmpty || !regions.isEmpty else {
      report(ScenarioProblem.Combination.nobodyNamed, at: field.place)
      return nil
    }
    return ServedFirst(sectors: sectors, regions: regions)
  }

  /// Those of `named first: [N, JPN]`: sectors and regions in one list, or one alone.
  private mutating func served(_ entry: Node.Entry, of key: Key) -> ServedFirst? {
    let nodes = entry.value.list ?? [entry.value]
    guard !nodes.isEmpty, nodes.allSatisfy({ $0.text?.isEmpty == false }) else {
      report(ScenarioProblem.Combination.nobodyNamed, at: entry.value.place)
      return nil
    }
    let list = Field(
      key: key, node: Node(.sequence(nodes), at: entry.value.place), keyPlace: entry.keyPlace)
    let found = allNames(list, .user) { names, text throws(ScenarioProblem.Name) in
      try names.users(text)
    }
    return found.map { users in
      ServedFirst(
        sectors: users.compactMap { if case .sector(let sector) = $0 { sector } else { nil } },
        regions: users.compactMap { if case .region(let region) = $0 { region } else { nil } })
    }
  }
}
