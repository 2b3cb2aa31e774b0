import Quantities
import Diagnostics
import ScenarioText

extension ScenarioReader {
  /// Changes of the world before the shock, in the file's order.
  mutating func baseline(_ field: Field?) -> [BaselineChange?] {
    items(field).map { item in
      item.kind == "stock"
        ? stock(item.group).map { .stock($0) } : dependency(item.group).map { .dependency($0) }
    }
  }

  private mutating func stock(_ group: Group) -> BaselineStock? {
    let commodity = commodity(group["commodity"])
    let importer = importer(group["importer"])
    let days = number(group["usable"])
    guard let commodity, let importer, let days else { return nil }
    return BaselineStock(commodity: commodity, importer: importer, usableDays: days)
  }

  private mutating func dependency(_ group: Group) -> BaselineDependency? {
    let commodity = commodity(group["commodity"])
    let importer = importer(group["importer"])
    let origin = partner(group["origin"])
    let share = number(group["share"])
    let basis = text(group["basis"])
    guard let commodity, let importer, let origin, let share, let basis else { return nil }
    return BaselineDependency(
      commodity: commodity, importer: importer, origin: origin, share: share, basis: basis)
  }

  /// What is done about the shocks, in the file's order.
  mutating func responses(_ field: Field?) -> [Response?] {
    items(field).map { response($0) }
  }

  private mutating func response(_ item: Item) -> Response? {
    switch item.kind {
    case "release": return release(item.group).map { .release($0) }
    case "diversify": return diversify(item.group)
    default: return restrain(item.group)
    }
  }

  private mutating func release(_ group: Group) -> Release? {
    let commodity = commodity(group["commodity"])
    let isVolume = isVolume(commodity)
    let holders = amounts(
      group["holders"], in: isVolume.map { [$0 ? .volume : .mass] }
    ) { names, text throws(ScenarioProblem.Name) in try names.partner(text) }
    let kind: Release.Kind? = choice(group["kind"])
    let rate = number(
      group["rate"], in: isVolume.map { [$0 ? .volumePerTime : .massPerTime] })
    let trigger = trigger(of: group)
    let days = wholeDays(group["for"])
    guard let commodity, let holders, let kind, let rate, let trigger, let days else { return nil }
    return Release(
      commodity: commodity,
      holders: holders.map {
        Release.Holder(holder: $0.name, volume: $0.amount == .infinity ? nil : $0.amount)
      }, kind: kind, rate: rate == .infinity ? nil : rate, trigger: trigger,
      days: days == .max ? nil : days)
  }

  private mutating func trigger(of group: Group) -> Release.Trigger? {
    let first = moment(group["from"])
    remark(onStart: first, of: group, "from")
    if let when = group["when"] { return trigger(when) }
    return first.map { .day($0) }
  }

  private mutating func diversify(_ group: Group) -> Response? {
    let commodity = commodity(group["commodity"])
    let importer = importer(group["importer"])
    let origin = partner(group["from"])
    let targets = amounts(group["to"]) { names, text throws(ScenarioProblem.Name) in
      try names.partner(text)
    }
    if let targets { requireWhole(targets.map(\.amount), group["to"]) }
    if let targets, let origin, targets.contains(where: { $0.name == origin }),
      let field = group["to"]
    {
      report(
        ScenarioProblem.Combination.sameTwice("from", "to", name: origin.code),
        at: field.node.place)
    }
    let ramp = number(group["ramp"])
    let window = window(group, from: "starting")
    guard let commodity, let importer, let origin, let targets, let ramp, let window else {
      return nil
    }
    return .diversify(
      commodity: commodity, importer: importer, from: origin,
      to: targets.map { Response.Target(origin: $0.name, part: $0.amount) },
      pointsPerYear: ramp * 36_500, window: window)
  }

  private mutating func restrain(_ group: Group) -> Response? {
    let commodity = commodity(group["commodity"])
    let importers = names(group["importers"], .partner) {
      names, text throws(ScenarioProblem.Name) in try names.partner(text)
    }
    let by = number(group["by"])
    let window = window(group)
    guard let commodity, let importers, let by, let window else { return nil }
    return .restrain(commodity: commodity, importers: importers, by: by, window: window)
  }
}

/// One change of the world before the shock.
enum BaselineChange {
  case dependency(BaselineDependency)
  case stock(BaselineStock)
}
