import Diagnostics
import Files
import Foundation
import InputOutputTables
import Propagation
import Quantities
import Reporting
import RiskMetrics

/// A folder of results (INTERFACE.md section 4): written aside, then put into its place as a whole.
struct OutputFolder: ~Copyable {
  private var folder: NewFolder

  /// Makes ready to write; throws if something lies there that is not a whole folder of results, or
  /// the place cannot be written.
  init(_ path: String) throws(DiagnosticList) {
    folder = try NewFolder(path, replacing: Manifest.ownership)
  }

  /// Writes everything, the manifest last, and puts the folder into its place.
  consuming func write(_ run: ScenarioRun, trajectories: Bool) throws {
    let study = run.runner.study
    let report = RiskReport.report(study)
    let summary = RiskSummary.json(study, of: run.identity, in: run.language)
    try put(summary.pretty + "\n", "summary.json")
    for table in report.tables {
      try put(table.csv(in: run.language), "tables/\(table.name).csv")
    }
    let options = RenderOptions(language: run.language, width: nil)
    try put(report.render(.markdown, options), "report.md")
    try put(report.render(.latex, options), "report.tex")
    if trajectories {
      let names = OutputFolder.fileNames(study.results.compactMap(\.variant))
      for index in study.results.indices {
        let place = index == 0 ? "" : "variants/\(names[index - 1])/"
        try write(run.runner.trajectories[index], of: study.economy, to: place)
      }
    }
    try put(Manifest.json(of: run, files: folder.files).pretty + "\n", Manifest.fileName)
    try folder.finish()
  }

  private mutating func put(_ text: String, _ name: String) throws {
    try folder.write(Array(text.utf8), to: name)
  }

  /// A variant's name as a folder: letters, digits and hyphens; a long one ends in its digest.
  static func fileName(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> String in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "-"
    }.joined()
    if kept.isEmpty { return "variant" }
    guard kept.utf8.count > longestName else { return kept }
    var start = kept
    while start.utf8.count > longestName - 13 { start.removeLast() }
    return start + "-" + sha256Hex(Array(name.utf8)).prefix(12)
  }

  /// Bytes of a name; file systems take 255, and a number may follow.
  private static let longestName = 120

  /// Short names for files in order: the last part of each path without `.yaml`, all different.
  static func baseNames(_ paths: [String]) -> [String] {
    fileNames(
      paths.map { String($0.split(separator: "/").last ?? "").replacing(".yaml", with: "") })
  }

  /// Folders for names in order; names that would share one are numbered from the second on.
  static func fileNames(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let base = fileName(name)
      var choice = base
      var number = 2
      while !taken.insert(choice.lowercased()).inserted {
        choice = "\(base)-\(number)"
        number += 1
      }
      return choice
    }
  }

  private mutating func write(_ t: Trajectory, of economy: Economy, to place: String) throws {
    let table = economy.table
    let products = table.regions.flatMap { region in
      table.sectors.map { region.code + table.separator + $0.code }
    }
    try put(series(t.output, table.nodeLabels, days: t.days), place + "production.csv")
    try put(series(t.capacity, table.nodeLabels, days: t.days), place + "capacity.csv")
    try put(series(t.orders, table.nodeLabels, days: t.days), place + "orders.csv")
    try put(series(t.unmet, products, days: t.days), place + "unmet.csv")
    if !t.stocks.isEmpty { try put(inventories(t, of: table), place + "inventories.csv") }
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
