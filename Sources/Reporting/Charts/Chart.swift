package import Diagnostics
package import Quantities
internal import Scenarios

/// A chart as a value: what it shows, not how it is drawn.
package struct Chart: Sendable, Hashable {
  /// What runs along the chart.
  package enum Axis: Sendable, Hashable {
    /// Days 0, 1, … of a run as lines; `start` is the date of day 0 where the run has dates.
    case days(start: CalendarDate?)
    /// Named things as bars.
    case categories([Bilingual])
  }

  /// One line, or one bar of each category.
  package struct Series: Sendable, Hashable {
    /// The name in files, in snake_case.
    package let key: String
    /// The name for readers.
    package let name: Bilingual
    /// A value for each day or category; nil leaves a gap.
    package let values: [Double?]

    /// Makes a series.
    package init(key: String, name: Bilingual, values: [Double?]) {
      self.key = key
      self.name = name
      self.values = values
    }
  }

  /// A stretch of days to be shaded, such as a closure.
  package struct Span: Sendable, Hashable {
    /// The days, half open.
    package let days: Range<Int>
    /// What happens then.
    package let label: Bilingual

    /// Makes a stretch.
    package init(days: Range<Int>, label: Bilingual) {
      self.days = days
      self.label = label
    }
  }

  /// The name that files take.
  package let name: String
  /// What the chart shows: the finding in a sentence.
  package let title: Bilingual
  /// The measure, its base and its horizon.
  package let subtitle: Bilingual
  /// What runs along the chart.
  package let axis: Axis
  /// The unit of the values.
  package let unit: Bilingual
  /// How values read.
  package let style: NumberStyle
  /// The lines or bars, at least one, all of equal length.
  package let series: [Series]
  /// Stretches of days to be shaded; none for bars.
  package let spans: [Span]
  /// Sources and remarks below the chart.
  package let notes: [Bilingual]

  /// Makes a chart; values are finite or nil, and there is one for each day or category.
  package init(
    name: String, title: Bilingual, subtitle: Bilingual = Bilingual(same: ""), axis: Axis,
    unit: Bilingual = Bilingual(same: ""), style: NumberStyle, series: [Series],
    spans: [Span] = [], notes: [Bilingual] = []
  ) {
    precondition(Table.isFileName(name), "Chart: `\(name)` is not a safe file name")
    let length = Chart.length(of: axis, series)
    precondition(length > 0, "Chart \(name): nothing to draw")
    for line in series {
      precondition(
        line.values.count == length, "Chart \(name): \(line.values.count) of \(length) values")
      precondition(
        line.values.allSatisfy { $0?.isFinite ?? true }, "Chart \(name): \(line.key) not finite")
    }
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.axis = axis
    self.unit = unit
    self.style = style
    self.series = series
    self.spans = spans
    self.notes = notes
  }

  private static func length(of axis: Axis, _ series: [Series]) -> Int {
    guard let first = series.first else { return 0 }
    return if case .categories(let names) = axis { names.count } else { first.values.count }
  }
}
