import Diagnostics
import Quantities

extension CommodityBuilder {
  /// Reads groups.csv: named groups of origins.
  mutating func readGroups() {
    for row in rows(.groups) {
      guard reader.provenance(of: row) != nil, let code = reader.text(row, "group"),
        let cell = reader.text(row, "members")
      else { continue }
      let members = cell.split(separator: " ").map(String.init)
      let known = members.compactMap { reader.code($0, at: row.place("members")) }
      if reader.code(code, at: row.place("group")) != nil, known.count == members.count {
        groups.append((code, known))
      }
    }
  }

  /// Reads chokepoints.csv: each with its flow and its bypass.
  mutating func readChokepoints() {
    var order: [CommodityRow] = []
    var figures: [String: [ChokepointMeasure: Figure]] = [:]
    for row in rows(.chokepoints) {
      guard let name = reader.text(row, "chokepoint"), reader.text(row, "name_ja") != nil,
        let measure = reader.word(row, "measure", .measure, ChokepointMeasure.self)
      else { continue }
      if !order.contains(where: { $0["chokepoint"] == name }) { order.append(row) }
      let figure = reader.figure(row, .flow, within: CommodityReader.positive, for: nil)
      figures[name, default: [:]][measure] = figure ?? absent("", .flow, in: .chokepoints)
    }
    for row in order {
      let name = row["chokepoint"]
      for measure in ChokepointMeasure.allCases where figures[name]?[measure] == nil {
        log(.incomplete(name, measure: measure.rawValue), row.place("chokepoint"))
      }
      guard let flow = figures[name]?[.flow], let bypass = figures[name]?[.bypass] else { continue }
      chokepoints.append(
        Commodity.Chokepoint(name: name, nameJa: row["name_ja"], flow: flow, bypass: bypass))
    }
  }

  /// Reads routes.csv: ways by importer, origins and chokepoint.
  mutating func readRoutes(
    _ imported: [String: [Commodity.OriginShare]]
  ) -> [String: [Commodity.Route]] {
    var drafts: [RouteDraft] = []
    for row in rows(.routes) {
      guard let code = importer(row, "importer"), let origins = origins(of: row),
        let chokepoint = chokepoint(of: row),
        let measure = reader.word(row, "measure", .measure, RouteMeasure.self)
      else { continue }
      let draft = RouteDraft(importer: code, origins: origins, chokepoint: chokepoint)
      if !drafts.contains(where: { $0.isSameWay(as: draft) }) { drafts.append(draft) }
      guard let index = drafts.firstIndex(where: { $0.isSameWay(as: draft) }) else { continue }
      drafts[index].figures[measure] = routeFigure(row, measure, draft, imported[code] ?? [])
    }
    return Dictionary(grouping: drafts, by: \.importer).mapValues { $0.map(\.route) }
  }
}

extension CommodityBuilder {
  private struct RouteDraft {
    let importer: String
    let origins: [String]
    let chokepoint: String
    var figures: [RouteMeasure: Figure] = [:]

    var route: Commodity.Route {
      Commodity.Route(
        origins: origins, chokepoint: chokepoint.isEmpty ? nil : chokepoint,
        shareOfImportsThrough: figures[.shareThrough], travelDays: figures[.travelDays])
    }

    func isSameWay(as other: RouteDraft) -> Bool {
      importer == other.importer && origins == other.origins && chokepoint == other.chokepoint
    }
  }

  /// The countries of a cell of groups and codes; nil if one of them is unknown.
  private mutating func origins(of row: CommodityRow) -> [String]? {
    var origins: [String] = []
    for word in row["origins"].split(separator: " ").map(String.init) {
      if let members = groups.first(where: { $0.code == word })?.members {
        origins += members.filter { !origins.contains($0) }
      } else if word.utf8.count == 3 || word == Self.otherOrigin {
        guard let code = reader.code(word, at: row.place("origins")) else { return nil }
        if !origins.contains(code) { origins.append(code) }
      } else {
        log(.unknownOrigin(word, groups: groups.map(\.code)), row.place("origins"))
        return nil
      }
    }
    return origins
  }

  private mutating func chokepoint(of row: CommodityRow) -> String? {
    let name = row["chokepoint"]
    let known = chokepoints.map(\.name)
    if name.isEmpty || known.contains(name) { return name }
    log(.unknown(.chokepoint, name, known: known), row.place("chokepoint"))
    return nil
  }

  private mutating func routeFigure(
    _ row: CommodityRow, _ measure: RouteMeasure, _ draft: RouteDraft,
    _ imported: [Commodity.OriginShare]
  ) -> Figure? {
    switch measure {
    case .travelDays: return reader.figure(row, .days, within: 0...1000, for: draft.importer)
    case .shareThrough: break
    }
    if draft.chokepoint.isEmpty { log(.shareWithoutChokepoint, row.place("measure")) }
    let figure = reader.figure(row, .share, within: 0...1, for: draft.importer)
    guard let share = figure?.value, !draft.origins.isEmpty, !imported.isEmpty else {
      return figure
    }
    let supplied = supplied(by: draft.origins, imported)
    if share > supplied + Self.tolerance {
      log(.routeAboveOrigins(percent: percent(supplied)), row.place("value"))
    }
    return figure
  }

  /// Share of an importer's imports that comes from some origins.
  private func supplied(by origins: [String], _ imported: [Commodity.OriginShare]) -> Double {
    let named = imported.filter { $0.origin != Self.otherOrigin }
    let rest = 1 - named.reduce(0) { $0 + $1.share }
    let listed = named.filter { origins.contains($0.origin) }.reduce(0) { $0 + $1.share }
    return listed + (origins.contains(Self.otherOrigin) ? rest : 0)
  }
}
