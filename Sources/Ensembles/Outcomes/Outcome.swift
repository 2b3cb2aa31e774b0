internal import RiskMetrics

/// A number that every run of an ensemble gives.
package struct Outcome: Sendable, Hashable, Codable {
  /// What is measured.
  package enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Value added lost over the horizon's GDP.
    case gdpLossShare = "gdp_loss_share"
    /// Value added lost to dearer imports beside the volumes, over the horizon's GDP.
    case incomeLossShare = "income_loss_share"
    /// Output lost, money of the table.
    case outputLoss = "output_loss"
    /// Final demand not met over baseline final demand.
    case unmetShare = "unmet_share"
    /// Day of lowest output.
    case peakDay = "peak_day"
    /// Output on that day over baseline.
    case worstOutputShare = "worst_output_share"
    /// First day from which output stays above 99% of its start.
    case recoveryDays = "recovery_days"
    /// Change of consumer prices, mean of the horizon.
    case consumerPriceChange = "consumer_price_change"
    /// First day that ends with users' stock of a commodity under the minimum operating stock.
    case firstShortDay = "first_short_day"
    /// Days that end so.
    case shortDays = "short_days"
    /// Lowest users' stock of a commodity, days of use.
    case lowestCover = "lowest_cover_days"
    /// Highest price of a commodity over its base less 1.
    case pricePeak = "price_peak_change"

    /// Whether it is of a commodity.
    package var isOfCommodity: Bool {
      [.firstShortDay, .shortDays, .lowestCover, .pricePeak].contains(self)
    }
  }

  /// How a number of the measure reads.
  package enum Kind: Sendable, Hashable {
    /// A share of 1.
    case share
    /// Money of the table.
    case money
    /// A day of the run; where it is missing the day does not come within the horizon.
    case day
    /// A day of the run that need not be; where it is missing there is none.
    case optionalDay
    /// Days.
    case days
  }

  /// The measure.
  package let measure: Measure
  /// Code of the region in the table.
  package let region: String
  /// Name of the commodity; nil where the measure is of none.
  package let commodity: String?

  /// Makes an outcome.
  package init(_ measure: Measure, region: String, commodity: String? = nil) {
    precondition(measure.isOfCommodity == (commodity != nil), "Outcome: \(measure)")
    self.measure = measure
    self.region = region
    self.commodity = commodity
  }

  /// The name in files, such as `gdp_loss_share_JPN`.
  package var name: String {
    PathSeries.name(measure.rawValue, commodity: commodity, region: region)
  }

  /// How its numbers read.
  package var kind: Kind {
    switch measure {
    case .gdpLossShare, .incomeLossShare, .unmetShare, .worstOutputShare, .consumerPriceChange,
      .pricePeak:
      .share
    case .outputLoss: .money
    case .peakDay: .optionalDay
    case .recoveryDays, .firstShortDay: .day
    case .lowestCover, .shortDays: .days
    }
  }

  /// Whether a higher number is the worse one.
  package var isHighWorse: Bool {
    switch measure {
    case .worstOutputShare, .firstShortDay, .lowestCover: false
    default: true
    }
  }
}
