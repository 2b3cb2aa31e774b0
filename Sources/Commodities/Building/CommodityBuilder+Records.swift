import Diagnostics
import Quantities

extension CommodityBuilder {
  /// Reads dependency.csv: ratios over the years.
  mutating func readDependencies() -> [Commodity.Dependency] {
    var dependencies: [Commodity.Dependency] = []
    for row in rows(.dependency) {
      let importer = reader.code(row["importer"], at: row.place("importer"))
      let origin = reader.code(row["origin"], at: row.place("origin"))
      let material = reader.text(row, "material")
      let series = reader.text(row, "series")
      let figure = reader.figure(row, .share, within: 0...1, for: row["importer"])
      guard let importer, let origin, let material, let series, let figure,
        let year = Int(figure.year.prefix(4))
      else { continue }
      dependencies.append(
        Commodity.Dependency(
          importer: importer, origin: origin, material: material, series: series, year: year,
          share: figure))
    }
    return dependencies
  }

  /// Reads releases.csv: volumes and rates of releases.
  mutating func readReleases() -> [Commodity.Release] {
    var releases: [Commodity.Release] = []
    for row in rows(.releases) {
      let action = reader.text(row, "action")
      let holder = reader.text(row, "holder")
      let count = reader.word(row, "count", .count, Commodity.Release.Count.self)
      let kind = reader.word(row, "kind", .kind, Commodity.Release.Kind.self)
      guard let action, let holder, let count, let kind else { continue }
      let figure = reader.figure(
        row, count == .rate ? .flow : .amount, within: CommodityReader.positive, for: holder)
      guard let figure else { continue }
      releases.append(
        Commodity.Release(action: action, holder: holder, count: count, kind: kind, amount: figure))
    }
    return releases
  }

  /// Reads controls.csv: restrictions that exporters announced.
  mutating func readControls() -> [Commodity.Control] {
    var controls: [Commodity.Control] = []
    for row in rows(.controls) {
      let country = reader.code(row["country"], at: row.place("country"))
      let towards = reader.code(row["towards"], at: row.place("towards"))
      let action = reader.text(row, "action")
      let kind = reader.word(row, "kind", .control, Commodity.Control.Kind.self)
      let from = date(row, "from")
      let until = row["until"].isEmpty ? "" : date(row, "until")
      let suspension = suspension(row)
      let provenance = reader.provenance(of: row)
      guard let country, let towards, let action, let kind, let from, let until, let provenance
      else { continue }
      controls.append(
        Commodity.Control(
          country: country, towards: towards, action: action, kind: kind, from: from, until: until,
          suspension: suspension, source: provenance.source, confidence: provenance.confidence,
          note: provenance.note))
    }
    return controls
  }

  /// The days between which a control is suspended; nil if there are none, or they are wrong.
  private mutating func suspension(_ row: CommodityRow) -> ClosedRange<String>? {
    let columns = ["suspended from", "suspended until"]
    guard columns.contains(where: { !row[$0].isEmpty }) else { return nil }
    let ends = columns.compactMap { date(row, $0) }
    guard ends.count == 2 else { return nil }
    guard ends[0] <= ends[1] else {
      log(.disorderedRange(low: ends[0], value: "", high: ends[1]), row.place(columns[1]))
      return nil
    }
    return ends[0]...ends[1]
  }

  /// A date, month or year of a cell.
  private mutating func date(_ row: CommodityRow, _ column: String) -> String? {
    let parts = row[column].split(separator: "-", omittingEmptySubsequences: false)
    let isDate =
      (1...3).contains(parts.count)
      && zip(parts, [4, 2, 2]).allSatisfy { part, digits in
        part.utf8.count == digits && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    if !isDate { log(.badDate(row[column]), row.place(column)) }
    return isDate ? row[column] : nil
  }

  /// Reads estimates.csv: what others found, for comparison.
  mutating func readEstimates() -> [Commodity.Statement] {
    var estimates: [Commodity.Statement] = []
    for row in rows(.estimates) {
      let about = reader.text(row, "about")
      let place = reader.text(row, "place")
      let item = reader.text(row, "item")
      let figure = reader.figure(row, .free, within: CommodityReader.anything, for: row["place"])
      guard let about, let place, let item, let figure else { continue }
      estimates.append(
        Commodity.Statement(
          about: about, place: place, item: item, figure: figure, comparison: comparison(row)))
    }
    return estimates
  }

  /// What an estimate can be laid beside, where its row says what it measures.
  private mutating func comparison(_ row: CommodityRow) -> Commodity.Comparison? {
    guard !row["measure"].isEmpty else { return nil }
    let measure = reader.word(row, "measure", .measure, Commodity.Comparison.Measure.self)
    let numbers = ["days", "price from", "price to"].map {
      row[$0].isEmpty ? nil : reader.number(row, $0)
    }
    let days = numbers[0].flatMap { Int(exactly: $0) }
    if let wrong = numbers[0], days.map({ $0 < 1 }) ?? true {
      log(.outOfBounds("\(wrong)", bounds: "1, 2, …"), row.place("days"))
    }
    var price: ClosedRange<Double>?
    if let low = numbers[1], let high = numbers[2] {
      price = low < high ? low...high : nil
      if price == nil {
        log(
          .disorderedRange(low: "\(low)", value: "", high: "\(high)"), row.place("price to"))
      }
    }
    return measure.map { Commodity.Comparison(measure: $0, days: days, price: price) }
  }
}
