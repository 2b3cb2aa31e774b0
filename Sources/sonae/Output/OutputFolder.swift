import Diagnostics
import Foundation
import InputOutputTables
import LinearAlgebra
import Propagation
import Quantities
import Reporting
import RiskMetrics

/// A folder of results (INTERFACE.md section 4); each file is written aside, then renamed.
struct OutputFolder {
  private let folder: URL

  init(_ path: String) throws {
    folder = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tables"), withIntermediateDirectories: true)
  }

  /// Writes everything, the manifest last: a folder with a manifest is complete.
  func write(_ run: ScenarioRun, trajectories: Bool) throws {
    try clear()
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
    try put(manifest(run).pretty + "\n", "manifest.json")
  }

  /// Takes away what an earlier run left, its manifest first: no folder mixes two runs.
  private func clear() throws {
    guard FileManager.default.fileExists(atPath: folder.appending(path: "manifest.json").path)
    else { return }
    for name in OutputFolder.contents {
      let path = folder.appending(path: name)
      if FileManager.default.fileExists(atPath: path.path) {
        try FileManager.default.removeItem(at: path)
      }
    }
  }

  /// Everything that a run may write, the manifest first.
  private static let contents = [
    "manifest.json", "summary.json", "tables", "report.md", "report.tex", "variants",
    "production.csv", "capacity.csv", "orders.csv", "unmet.csv",
    "inventories.csv",
  ]

  private func put(_ text: String, _ name: String) throws {
    let target = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target, options: .atomic)
  }

  /// A variant's name as a folder: letters, digits and hyphens.
  static func fileName(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> String in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "-"
    }.joined()
    return kept.isEmpty ? "variant" : kept
  }

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

  private func write(_ t: Trajectory, of economy: Economy, to place: String) throws {
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

  private func manifest(_ run: ScenarioRun) -> JSON {
    let about = run.runner.economy.table.description
    return [
      "schema": "sonae.manifest/1", "version": .string(Version.current),
      "command": .string(CommandLine.arguments.dropFirst().joined(separator: " ")),
      "scenario": [
        "file": .string(run.identity.file), "sha256": .string(run.identity.sha256),
        "text": .string(String(decoding: run.file.source.bytes, as: UTF8.self)),
      ],
      "economy": [
        "name": .string(about.name), "sha256": .string(about.sha256),
        "source": .string(about.source),
      ],
      "seed": nil, "blas": .string(OpenBLAS.configuration),
      "started": .string(run.started.formatted(.iso8601)), "seconds": .number(run.seconds),
    ]
  }
}
