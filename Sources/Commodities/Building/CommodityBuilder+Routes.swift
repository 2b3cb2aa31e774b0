import Diagnostics
import Quantities

// How a commodity comes from its origins: routes.csv.
extension CommodityBuilder {
  /// Shares through single chokepoints and whole ways of an importer.
  typealias WaysOfImporter = (routes: [Commodity.Route], ways: [Commodity.Way])

  /// Reads routes.csv: by importer, origins and the chokepoints passed.
  mutating func readRoutes(
    _ imported: [String: [Commodity.OriginShare]]
  ) -> [String: WaysOfImporter] {
    var drafts: [RouteDraft] = []
    for row in rows(.routes) {
      guard let code = importer(row, "importer"), let origins = origins(of: row),
        let chokepoints = chokepoints(of: row),
        let measure = reader.word(row, "measure", .measure, RouteMeasure.self)
      else { continue }
      let draft = RouteDraft(row: row, origins: origins, chokepoints: chokepoints)
      let index = drafts.firstIndex { $0.isSameWay(as: draft) } ?? drafts.count
      if index == drafts.count { drafts.append(draft) }
      if drafts[index].rows[measure] != nil {
        // The same way in another order of its chokepoints or origins.
        log(
          .repeatedRow(
            [code, row["origins"], row["chokepoint"], measure.rawValue].joined(separator: ", ")),
          row.place("importer"))
        continue
      }
      drafts[index].rows[measure] = row
      drafts[index].figures[measure] = routeFigure(
        row, measure, drafts[index], imported[code] ?? [])
    }
    check(drafts, imported)
    return Dictionary(grouping: drafts, by: { $0.importer }).mapValues { own in
      (own.compactMap { $0.route }, own.compactMap { $0.way })
    }
  }
}

extension CommodityBuilder {
  private struct RouteDraft {
    let row: CommodityRow
    let origins: [String]
    let chokepoints: [String]
    var figures: [RouteMeasure: Figure] = [:]
    var rows: [RouteMeasure: CommodityRow] = [:]

    var importer: String { row["importer"] }

    /// A whole way; nil if no share goes along it.
    var way: Commodity.Way? {
      figures[.shareAlong].map {
        Commodity.Way(
          origins: origins, chokepoints: chokepoints, share: $0, travelDays: figures[.travelDays])
      }
    }

    /// What is said about one chokepoint or none; nil if there is only a whole way.
    var route: Commodity.Route? {
      guard chokepoints.count < 2, figures.keys.contains(where: { $0 != .shareAlong }) else {
        return nil
      }
      return Commodity.Route(
        origins: origins, chokepoint: chokepoints.first,
        shareOfImportsThrough: figures[.shareThrough], travelDays: figures[.travelDays],
        detour: figures[.detourDays].flatMap { days in
          days.value.map { _ in Commodity.LongerWay(days: days, share: figures[.detourShare]) }
        })
    }

    func isSameWay(as other: RouteDraft) -> Bool {
      importer == other.importer && Set(origins) == Set(other.origins)
        && Set(chokepoints) == Set(other.chokepoints)
    }

    /// The part of an origin that the way carries, by what its origins supply.
    func carries(_ origin: String, of supplied: Double) -> Double {
      guard let share = figures[.shareAlong]?.value, supplied > 0,
        origins.isEmpty || origins.contains(origin)
      else { return 0 }
      return share / supplied
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
        log(.unknownOrigin(word, groups: groups.map { $0.code }), row.place("origins"))
        return nil
      }
    }
    return origins
  }

  /// The chokepoints of a cell, with `;` between those of a whole way; nil if one of them is unknown.
  private mutating func chokepoints(of row: CommodityRow) -> [String]? {
    guard !row["chokepoint"].isEmpty else { return [] }
    let known = chokepoints.map { $0.name }
    var passed: [String] = []
    for part in row["chokepoint"].split(separator: ";", omittingEmptySubsequences: false) {
      let name = part.trimmed
      if !known.contains(name) {
        log(.unknown(.chokepoint, name, known: known), row.place("chokepoint"))
        return nil
      }
      if passed.contains(name) {
        log(.chokepointTwice(name), row.place("chokepoint"))
        return nil
      }
      passed.append(name)
    }
    return passed
  }

  private mutating func routeFigure(
    _ row: CommodityRow, _ measure: RouteMeasure, _ draft: RouteDraft,
    _ imported: [Commodity.OriginShare]
  ) -> Figure? {
    switch measure {
    case .travelDays: return reader.figure(row, .days, within: 0...1000, for: draft.importer)
    case .detourDays:
      needsOneChokepoint(row, measure, draft)
      return reader.figure(row, .days, within: 0...1000, for: draft.importer)
    case .detourShare:
      needsOneChokepoint(row, measure, draft)
      return reader.figure(row, .share, within: 0...1, for: draft.importer)
    case .shareAlong:
      return reader.value(row, .share, within: 0...1, as: "the share of a whole way")
    case .shareThrough: needsOneChokepoint(row, measure, draft)
    }
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

  private mutating func needsOneChokepoint(
    _ row: CommodityRow, _ measure: RouteMeasure, _ draft: RouteDraft
  ) {
    if draft.chokepoints.count > 1 {
      log(.measureOfOneChokepoint(measure.rawValue), row.place("measure"))
    } else if draft.chokepoints.isEmpty {
      log(.shareWithoutChokepoint, row.place("measure"))
    }
  }

  /// Refuses what the rows of an importer do not make together.
  private mutating func check(
    _ drafts: [RouteDraft], _ imported: [String: [Commodity.OriginShare]]
  ) {
    for draft in drafts {
      if let row = draft.rows[.detourShare], draft.rows[.detourDays] == nil {
        log(
          .incomplete(draft.row["chokepoint"], measure: RouteMeasure.detourDays.rawValue),
          row.place("measure"))
      }
      if let row = draft.rows[.travelDays], draft.chokepoints.count > 1,
        draft.rows[.shareAlong] == nil
      {
        log(
          .incomplete(draft.row["chokepoint"], measure: RouteMeasure.shareAlong.rawValue),
          row.place("measure"))
      }
      if let row = draft.rows[.shareThrough],
        drafts.contains(where: { $0.importer == draft.importer && $0.rows[.shareAlong] != nil })
      {
        log(.sharesOfBothKinds(importer: draft.importer), row.place("measure"))
      }
    }
    for code in importers {
      checkWays(drafts.filter { $0.importer == code }, imported[code] ?? [])
    }
  }

  /// Ways carry no more of an origin than it supplies.
  private mutating func checkWays(_ drafts: [RouteDraft], _ imported: [Commodity.OriginShare]) {
    guard let last = drafts.compactMap({ $0.rows[.shareAlong] }).last else { return }
    let supplies = drafts.map { $0.origins.isEmpty ? 1 : supplied(by: $0.origins, imported) }
    for (draft, supply) in zip(drafts, supplies) {
      guard let row = draft.rows[.shareAlong], let share = draft.figures[.shareAlong]?.value,
        !imported.isEmpty, share > supply + Self.tolerance
      else { continue }
      log(.routeAboveOrigins(percent: percent(supply)), row.place("value"))
      return
    }
    var origins = imported.map { $0.origin }
    for origin in drafts.flatMap({ $0.origins }) + [Self.otherOrigin]
    where !origins.contains(origin) {
      origins.append(origin)
    }
    for origin in origins {
      let carried = zip(drafts, supplies).reduce(0) { $0 + $1.0.carries(origin, of: $1.1) }
      guard carried > 1 + 1e-3 else { continue }
      log(.waysAboveOrigin(origin, percent: percent(carried)), last.place("value"))
      return
    }
  }

  /// Share of an importer's imports that comes from some origins.
  private func supplied(by origins: [String], _ imported: [Commodity.OriginShare]) -> Double {
    let named = imported.filter { $0.origin != Self.otherOrigin }
    let rest = 1 - named.reduce(0) { $0 + $1.share }
    let listed = named.filter { origins.contains($0.origin) }.reduce(0) { $0 + $1.share }
    return listed + (origins.contains(Self.otherOrigin) ? rest : 0)
  }
}

extension Substring {
  /// The text without spaces around it.
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }
}
