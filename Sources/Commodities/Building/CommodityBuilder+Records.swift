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
