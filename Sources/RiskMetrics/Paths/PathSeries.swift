/// A number of a run that is followed over its days and compared between draws.
package struct PathSeries: Sendable, Hashable, Codable {
  /// What is measured on each day.
  package enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Output over its baseline.
    case output = "output_share"
    /// Users' stock of a commodity at the end of the day, days of use.
    case cover = "cover_days"
    /// Price of a commodity over its base less 1.
    case price = "price_change"
  }

  /// The measure.
  package let measure: Measure
  /// Code of the region in the table.
  package let region: String
  /// Name of the commodity; nil of output.
  package let commodity: String?

  /// Makes a series.
  package init(_ measure: Measure, region: String, commodity: String? = nil) {
    precondition((measure == .output) == (commodity == nil), "PathSeries: \(measure.rawValue)")
    self.measure = measure
    self.region = region
    self.commodity = commodity
  }

  /// The name in files, such as `cover_days_crude_oil_JPN`.
  package var name: String {
    Self.name(measure.rawValue, commodity: commodity, region: region)
  }

  /// What a number of a run is called in files: measure, commodity if any, region.
  package static func name(_ measure: String, commodity: String?, region: String) -> String {
    [measure, commodity?.replacing(" ", with: "_"), region].compactMap { $0 }
      .joined(separator: "_")
  }

  /// Days of a run on which paths are kept: every day of two months, else one in as many weeks as leave
  /// about sixty of them, and the last.
  package static func days(of horizon: Int) -> [Int] {
    let step = horizon <= 62 ? 1 : 7 * ((horizon + 433) / 434)
    let grid = Array(stride(from: 0, to: horizon, by: step))
    return grid.last == horizon - 1 ? grid : grid + [horizon - 1]
  }
}
