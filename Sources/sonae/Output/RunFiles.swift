import Diagnostics
import InputOutputTables
import Propagation
import Quantities
import Reporting
import RiskMetrics

/// What of a run is computed and stored beyond its tables; a second run of the same gives the same files.
struct RunContent: Sendable, Hashable, Codable {
  /// Whether daily series are kept.
  var trajectories = false
  /// Days at whose start inventories are kept.
  var stockDays: [Int] = []
  /// Whether responses are run one by one though the report does not ask for them.
  var comparesPolicies = false
}

/// Numbers of a run, file by file: what a second run must give again.
struct RunFiles {
  /// The run.
  let run: ScenarioRun
  /// What it keeps.
  let content: RunContent

  /// Hands each file over, its name first.
  func each(_ take: (String, [UInt8]) throws -> Void) throws {
    func put(_ name: String, _ text: String) throws { try take(name, Array(text.utf8)) }
    let study = run.runner.study
    let report = RiskReport.report(study)
    let summary = RiskSummary.json(study, of: run.identity, in: run.language)
    try put("summary.json", summary.pretty + "\n")
    for table in report.tables {
      try put("tables/\(table.name).csv", table.csv(in: run.language))
    }
    guard content.trajectories else { return }
    let names = OutputFolder.fileNames(study.results.compactMap(\.variant))
    for index in study.results.indices {
      let place = index == 0 ? "" : "variants/\(names[index - 1])/"
      try series(run.runner.trajectories[index], of: study.economy, to: place, put)
    }
  }

  private func series(
    _ t: Trajectory, of economy: Economy, to place: String, _ put: (String, String) throws -> Void
  ) throws {
    let table = economy.table
    let products = table.regions.flatMap { region in
      table.sectors.map { region.code + table.separator + $0.code }
    }
    try put(place + "production.csv", series(t.output, table.nodeLabels, days: t.days))
    try put(place + "capacity.csv", series(t.capacity, table.nodeLabels, days: t.days))
    try put(place + "orders.csv", series(t.orders, table.nodeLabels, days: t.days))
    try put(place + "unmet.csv", series(t.unmet, products, days: t.days))
    if !t.stocks.isEmpty { try put(place + "inventories.csv", inventories(t, of: table)) }
  }

  /// `day` and a column a label, numbers in the shortest form that reads back to the same Double.
  private func series(_ values: [Double], _ labels: [String], days: Int) -> String {
    var text = "day," + labels.map(csvField).joined(separator: ",") + "\n"
    for day in 0..<days {
      text += "\(day)"
      for column in labels.indices {
        text += "," + NumberFormat.exact(values[day * labels.count + column])
      }
      text += "\n"
    }
    return text
  }

  /// `day,product,node,stock` at the start of the days asked for; products that are not held are left out.
  private func inventories(_ t: Trajectory, of table: InputOutputTable) -> String {
    var text = "day,product,node,stock\n"
    for (day, values) in t.stocks {
      for (p, sector) in table.sectors.enumerated() {
        for (node, label) in table.nodeLabels.enumerated() {
          let stock = values[p * table.nodeCount + node]
          guard stock != 0 else { continue }
          text +=
            "\(day),\(csvField(sector.code)),\(csvField(label)),\(NumberFormat.exact(stock))\n"
        }
      }
    }
    return text
  }
}

extension ScenarioRun {
  /// What a manifest says of a run that keeps `content`.
  func origin(_ content: RunContent) -> Manifest.Origin {
    Manifest.Origin(
      file: file, options: options,
      own: [
        JSON.Member("trajectories", .bool(content.trajectories)),
        JSON.Member("stock_days", .array(content.stockDays.map { .integer($0) })),
        JSON.Member("compares_policies", .bool(content.comparesPolicies)),
        JSON.Member("draws", .integer(file.rangeDraws)),
      ], seed: runner.study.drawn?.seed, started: started, seconds: seconds)
  }
}
