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

  /// Reads chokepoints.csv: each with its flow and its bypass, and a longer way if there is one.
  mutating func readChokepoints() {
    var order: [CommodityRow] = []
    var figures: [String: [ChokepointMeasure: Figure]] = [:]
    for row in rows(.chokepoints) {
      guard let name = reader.text(row, "chokepoint"), reader.text(row, "name_ja") != nil,
        let measure = reader.word(row, "measure", .measure, ChokepointMeasure.self)
      else { continue }
      if !order.contains(where: { $0["chokepoint"] == name }) { order.append(row) }
      let figure =
        measure == .detourDays
        ? reader.figure(row, .days, within: 0...1000, for: name)
        : reader.figure(row, .flow, within: CommodityReader.positive, for: name)
      figures[name, default: [:]][measure] = figure ?? absent("", .flow, in: .chokepoints)
    }
    for row in order {
      let name = row["chokepoint"]
      for measure in ChokepointMeasure.required where figures[name]?[measure] == nil {
        log(.incomplete(name, measure: measure.rawValue), row.place("chokepoint"))
      }
      guard let flow = figures[name]?[.flow], let bypass = figures[name]?[.bypass] else { continue }
      chokepoints.append(
        Commodity.Chokepoint(
          name: name, nameJa: row["name_ja"], flow: flow, bypass: bypass,
          detourDays: figures[name]?[.detourDays]))
    }
  }
}
