package import Diagnostics
internal import Files

/// Parts of regions or sectors and their weights, as a file gives them.
package struct SplitWeights: Sendable, Hashable {
  /// A part: its new code and its weight, the weights of one whole adding up to 1.
  package struct Part: Sendable, Hashable {
    /// The new code.
    package let code: String
    /// Its weight, 0 to 1.
    package let weight: Double
  }

  /// What is split.
  package let subject: Concordance.Subject
  /// Parts by region or sector code, and by region for sectors; the region `""` stands for all others.
  let parts: [String: [String: [Part]]]
  /// New codes of each whole, in the file's order.
  let order: [String: [String]]
  /// Names of the new codes.
  let names: [String: Concordance.Name]

  /// Reads a file of columns region (or sector), to and weight, optionally name and name_ja.
  ///
  /// A file of sectors may have a column region: weights then hold for that region, and rows whose
  /// region is empty for all others. Weights are taken relative to their sum. Every mistake at once.
  package static func read(
    _ file: Source, of table: InputOutputTable
  ) throws(DiagnosticList) -> SplitWeights {
    var reader = SplitWeightsReader(try CSVTable(file), table)
    reader.read()
    if let failure = reader.log.failure { throw failure }
    return SplitWeights(
      subject: reader.subject, parts: reader.normalised(), order: reader.order,
      names: reader.names)
  }

  /// Parts of a region or sector; itself whole if it is not split.
  func parts(of code: String, in region: String) -> [Part] {
    let byRegion = parts[code]
    return byRegion?[region] ?? byRegion?[""] ?? [Part(code: code, weight: 1)]
  }
}

/// Reads split weights row by row.
private struct SplitWeightsReader {
  let rows: CSVTable
  let table: InputOutputTable
  let subject: Concordance.Subject
  var log = ProblemLog()
  var order: [String: [String]] = [:]
  var names: [String: Concordance.Name] = [:]
  private var weights: [String: [String: [SplitWeights.Part]]] = [:]

  init(_ rows: CSVTable, _ table: InputOutputTable) {
    self.rows = rows
    self.table = table
    subject = rows.column("sector") == nil ? .region : .sector
    names = subject.names(in: table)
  }

  mutating func read() {
    guard let from = rows.column(subject.rawValue), let to = rows.column("to"),
      let weight = rows.column("weight")
    else {
      for name in [subject.rawValue, "to", "weight"] where rows.column(name) == nil {
        log.error(CSVProblem.missingColumn(name), at: rows.headerPlace)
      }
      return
    }
    for row in rows.rows.indices { readRow(row, from, to, weight) }
    checkRegions()
    for (code, byRegion) in weights.sorted(by: { $0.key < $1.key }) {
      for (region, parts) in byRegion.sorted(by: { $0.key < $1.key })
      where !parts.isEmpty && !(parts.reduce(0) { $0 + $1.weight } > 0) {
        let name = region.isEmpty ? code : "\(region), \(code)"
        log.error(ShapeProblem.weightless(name), at: rows.headerPlace)
      }
    }
  }

  private mutating func readRow(_ row: Int, _ from: Int, _ to: Int, _ weight: Int) {
    let cells = rows.rows[row]
    let (code, target) = (cells[from], cells[to])
    let known = subject.codes(in: table)
    let place = rows.place(row: row, column: from)
    let region = subject == .sector ? rows.column("region").map { cells[$0] } ?? "" : ""
    guard known.contains(code) else {
      let near = nearest(code, in: known)
      return log.error(
        ShapeProblem.unknown(code, of: subject.rawValue, suggestion: near), at: place)
    }
    let regions = table.regions.map { $0.code }
    if !region.isEmpty, !regions.contains(region) {
      let near = nearest(region, in: regions)
      return log.error(ShapeProblem.unknown(region, of: "region", suggestion: near), at: place)
    }
    let targetPlace = rows.place(row: row, column: to)
    guard !target.isEmpty else {
      return log.error(ShapeProblem.emptyTarget(code), at: targetPlace)
    }
    Concordance.check(target, as: subject, of: table, at: targetPlace, into: &log)
    if target != code, known.contains(target) || isPart(target, ofOther: code) {
      log.error(ShapeProblem.taken(target), at: targetPlace)
    }
    if weights[code]?[region]?.contains(where: { $0.code == target }) == true {
      return log.error(ShapeProblem.twice(target), at: targetPlace)
    }
    guard let value = NumberParser.parse(cells[weight]), value.isFinite, value >= 0 else {
      return log.error(
        ShapeProblem.badWeight(cells[weight]), at: rows.place(row: row, column: weight))
    }
    if order[code]?.contains(target) != true { order[code, default: []].append(target) }
    if let name = rows.name(row) { names[target] = name }
    weights[code, default: [:]][region, default: []].append(.init(code: target, weight: value))
  }

  private func isPart(_ target: String, ofOther code: String) -> Bool {
    order.contains { $0.key != code && $0.value.contains(target) }
  }

  /// Every region needs weights of a sector that is split in some.
  private mutating func checkRegions() {
    guard subject == .sector else { return }
    for (code, byRegion) in weights.sorted(by: { $0.key < $1.key }) where byRegion[""] == nil {
      for region in table.regions where byRegion[region.code] == nil {
        log.error(ShapeProblem.noWeights(code, region: region.code), at: rows.headerPlace)
      }
    }
  }

  /// Weights over their sums; a part that one region leaves out has weight 0 there.
  func normalised() -> [String: [String: [SplitWeights.Part]]] {
    var result: [String: [String: [SplitWeights.Part]]] = [:]
    for (code, byRegion) in weights {
      for (region, parts) in byRegion {
        let total = parts.reduce(0) { $0 + $1.weight }
        result[code, default: [:]][region] = (order[code] ?? []).map { target in
          let weight = parts.first { $0.code == target }?.weight ?? 0
          return .init(code: target, weight: weight / total)
        }
      }
    }
    return result
  }
}
