import Quantities
import Diagnostics
import ScenarioText

extension ScenarioReader {
  /// What goes wrong, in the file's order.
  mutating func shocks(_ field: Field?) -> [Shock?] { items(field).map { shock($0) } }

  private mutating func shock(_ item: Item) -> Shock? {
    let group = item.group
    switch item.kind {
    case "closure": return closure(group)
    case "ban": return ban(group)
    case "review": return review(group)
    case "capacity": return capacity(group)
    case "destruction": return destruction(group)
    case "demand": return demand(group)
    case "price": return price(group)
    default: return currency(group)
    }
  }

  private mutating func closure(_ group: Group) -> Shock? {
    let chokepoint = name(group["chokepoint"]) { names, text throws(ScenarioProblem.Name) in
      try names.chokepoint(text)
    }
    let by = number(group["by"])
    let shares = group["share through"].map { field in
      amounts(field) { names, text throws(ScenarioProblem.Name) in try names.partner(text) }
    }
    let bypass = group["bypass"].map { number($0) }
    let window = window(group)
    guard let chokepoint, let by, let window, let shares = shares ?? [],
      let bypass = bypass ?? .some(nil)
    else { return nil }
    return .closure(
      chokepoint: chokepoint, by: by,
      shareThrough: shares.map { Shock.ShareThrough(importer: $0.name, share: $0.amount) },
      bypass: bypass, window: window)
  }

  private struct Link {
    let exporter: Partner
    let importer: Partner?
    let products: [Product]
  }

  private mutating func link(_ group: Group) -> Link? {
    let exporter = partner(group["exporter"])
    let importer = importer(group["importer"])
    let products = products(group["products"])
    if let exporter, let importer, exporter == importer, let field = group["importer"] {
      report(
        ScenarioProblem.Combination.sameTwice("exporter", "importer", name: exporter.code),
        at: field.node.place)
      return nil
    }
    guard let exporter, let products else { return nil }
    if group["importer"] != nil, importer == nil { return nil }
    let sectors = products.filter { if case .sector = $0 { true } else { false } }
    if !sectors.isEmpty {
      remarkOnRegion(exporter, group["exporter"])
      if let importer { remarkOnRegion(importer, group["importer"]) }
    }
    return Link(exporter: exporter, importer: importer, products: products)
  }

  /// Warns that the table does not have a partner of a trade in sectors.
  private mutating func remarkOnRegion(_ partner: Partner, _ field: Field?) {
    guard partner.region == nil, let field else { return }
    warn(ScenarioProblem.Remark.tableHasNoSuchRegion(partner.code), at: field.node.place)
  }

  private mutating func ban(_ group: Group) -> Shock? {
    let link = link(group)
    let by = number(group["by"])
    let leak = number(group["leak"])
    let window = window(group)
    guard let link, let by, let leak, let window else { return nil }
    return .ban(
      exporter: link.exporter, importer: link.importer, products: link.products, by: by,
      leak: leak, window: window)
  }

  private mutating func review(_ group: Group) -> Shock? {
    let link = link(group)
    let covers = number(group["covers"])
    let delay = wholeDays(group["delay"])
    let approval = number(group["approval"])
    let window = window(group)
    guard let link, let covers, let delay, let approval, let window else { return nil }
    return .review(
      exporter: link.exporter, importer: link.importer, products: link.products, covers: covers,
      delay: delay, approval: approval, window: window)
  }

  private mutating func capacity(_ group: Group) -> Shock? {
    let nodes = nodes(group["nodes"])
    let by = number(group["by"])
    let window = window(group)
    guard let nodes, let by, let window else { return nil }
    return .capacity(nodes: nodes, by: by, window: window)
  }

  private mutating func demand(_ group: Group) -> Shock? {
    let regions = regions(group["regions"])
    let sectors = sectors(group["sectors"])
    let by = number(group["by"])
    let window = window(group)
    guard let regions, let sectors, let by, let window else { return nil }
    return .demand(regions: regions, sectors: sectors, by: by, window: window)
  }

  private mutating func price(_ group: Group) -> Shock? {
    let commodity = commodity(group["commodity"])
    let to = number(group["to"], in: prices(of: commodity))
    let window = window(group)
    guard let commodity, let to, let window else { return nil }
    return .price(commodity: commodity, to: to, window: window)
  }

  private mutating func currency(_ group: Group) -> Shock? {
    let region = region(group["region"])
    let depreciation = number(group["depreciation"])
    let passThrough = number(group["pass-through"])
    let window = window(group)
    guard let region, let depreciation, let passThrough, let window else { return nil }
    return .currency(
      region: region, depreciation: depreciation, passThrough: passThrough, window: window)
  }

  /// Whether a commodity is measured by volume; nil if it is not known.
  func isVolume(_ commodity: Int?) -> Bool? {
    guard let commodity, let names else { return nil }
    return names.commodityUnits[commodity] == "bbl"
  }

  private func prices(of commodity: Int?) -> [Dimension]? {
    isVolume(commodity).map { [$0 ? .pricePerVolume : .pricePerMass] }
  }
}
