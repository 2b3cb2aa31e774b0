package import Quantities

extension Commodity {
  /// A dependency ratio of one year on one basis.
  package struct Dependency: Sendable, Hashable {
    /// ISO3 of the importer.
    package let importer: String
    /// ISO3 of the origin, or a group such as `MEA`.
    package let origin: String
    /// What is counted: `all`, or a part such as `metals`.
    package let material: String
    /// The basis in a word: `weight`, `value`, `customs weight`, or `stated` where none was named.
    package let series: String
    /// The year.
    package let year: Int
    /// The ratio, 0 to 1; value nil if missing.
    package let share: Figure

    /// Makes a ratio.
    package init(
      importer: String, origin: String, material: String, series: String, year: Int, share: Figure
    ) {
      self.importer = importer
      self.origin = origin
      self.material = material
      self.series = series
      self.year = year
      self.share = share
    }
  }

  /// A volume or daily rate of a past or present release of stocks.
  package struct Release: Sendable, Hashable {
    /// How the barrels or tonnes were counted; two counts of one action are never added.
    package enum Count: String, Sendable, CaseIterable {
      /// The action as a whole.
      case decided
      /// By region of the action.
      case committed
      /// By a country for itself.
      case announced
      /// Units per day.
      case rate
    }
    /// Whose stock.
    package enum Kind: String, Sendable, CaseIterable {
      /// Not split.
      case all
      /// The government's.
      case government
      /// Industry's.
      case industry
      /// Held jointly with producers.
      case joint
      /// None of these, such as production.
      case other
    }
    /// Name of the action.
    package let action: String
    /// ISO3 of the holder, or a region or body such as `Europe`.
    package let holder: String
    /// How it was counted.
    package let count: Count
    /// Whose stock.
    package let kind: Kind
    /// Units, or units per day for a rate; value nil if missing.
    package let amount: Figure

    /// Makes a release.
    package init(action: String, holder: String, count: Count, kind: Kind, amount: Figure) {
      self.action = action
      self.holder = holder
      self.count = count
      self.kind = kind
      self.amount = amount
    }
  }

  /// Something that somebody stated, in the unit it was stated in.
  package struct Statement: Sendable, Hashable {
    /// The topic, such as `output` or `price`; for stocks the kind of stock.
    package let about: String
    /// ISO3 of the country, or `WLD` or another body.
    package let place: String
    /// What was stated.
    package let item: String
    /// The figure, in its own unit.
    package let figure: Figure
    /// What a result can be laid beside it; nil: none can.
    package let comparison: Comparison?

    /// Makes a statement.
    package init(
      about: String, place: String, item: String, figure: Figure, comparison: Comparison? = nil
    ) {
      self.comparison = comparison
      self.about = about
      self.place = place
      self.item = item
      self.figure = figure
    }
  }

  /// What an estimate measures, and under which conditions.
  package struct Comparison: Sendable, Hashable {
    /// What is measured.
    package enum Measure: String, Sendable, CaseIterable {
      /// Change of gross domestic product, percent or points.
      case gdp
      /// Change of consumer prices, percent or points.
      case consumerPrices = "consumer prices"
      /// Change of an industry's output or value added, percent.
      case industry
    }
    /// What is measured.
    package let measure: Measure
    /// Days over which it is taken; nil where another shock or span than a scenario's is meant.
    package let days: Int?
    /// The commodity's price before and after, USD a unit; nil where the shock is not a price.
    package let price: ClosedRange<Double>?

    /// Makes a comparison.
    package init(measure: Measure, days: Int?, price: ClosedRange<Double>?) {
      self.measure = measure
      self.days = days
      self.price = price
    }
  }
}
