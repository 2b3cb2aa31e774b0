import Quantities

extension ScenarioReader {
  /// The levers of a list, in the file's order; nil for one with a mistake, which is reported.
  mutating func levers(of list: LeverList, _ field: Field?) -> [LeverEntry?] {
    firstBefore = nil
    firstHere = nil
    var next = 0
    return items(field).map { item in
      // What could not be read has no day; what stands before it does not stand for it.
      if firstHere != nil || item.index == 0 { firstBefore = firstHere }
      firstHere = nil
      isFirstOfList = item.index == 0
      isAfterGap = item.index > next
      next = item.index + 1
      guard let kind = LeverRegistry.lever(item.kind, of: list),
        let lever = kind.read(item.group, &self)
      else { return nil }
      return LeverEntry(lever, list: list, index: item.index, place: item.group.place)
    }
  }

  /// Warns of levers that act through others which the scenario, or a variant of it, has not.
  mutating func remarkOnEachOther(_ entries: [LeverEntry]) {
    let levers = entries.map { $0.lever }
    let context = LeverContext(commodities: [], levers: levers)
    for entry in entries {
      // Other levers may shorten what a project takes.
      if let project = entry.lever.as(Project.self), let place = entry.place,
        project.from + project.plan(in: context).lead >= horizon
      {
        warn(
          ScenarioProblem.Remark.neverStarts("project", horizon: horizon),
          at: startPlaces[place] ?? place)
      }
      guard let missing = entry.lever.missing(among: levers), let place = entry.place else {
        continue
      }
      warn(ScenarioProblem.Remark.needsAnother(missing), at: place)
    }
  }

  /// Partners with amounts in base units, nothing twice; `all` is infinite.
  mutating func partnerAmounts(
    _ field: Field?, in dimensions: [Dimension]? = nil
  ) -> [(name: Partner, amount: Double)]? {
    amounts(field, in: dimensions) { names, text throws(ScenarioProblem.Name) in
      try names.partner(text)
    }
  }

  /// The unit of a commodity, `bbl` or `t`.
  func unit(of commodity: Int) -> String { names?.commodityUnits[commodity] ?? "" }

  /// The dimension that a commodity's unit asks for; nil if the commodity is not known. Goods counted in USD
  /// have amounts in money, and a price that is a multiple.
  func dimension(
    of commodity: Int?, _ byVolume: Dimension, _ byMass: Dimension
  ) -> [Dimension]? {
    guard let commodity, let names else { return nil }
    switch names.commodityUnits[commodity] {
    case "bbl": return [byVolume]
    case "USD":
      switch byVolume {
      case .volume: return [.money]
      case .volumePerTime: return [.moneyPerTime]
      default: return [.number]
      }
    default: return [byMass]
    }
  }
}
