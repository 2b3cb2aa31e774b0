package import Diagnostics
package import Quantities
internal import Scenarios

/// A chart as a value: what it shows, not how it is drawn.
package struct Chart: Sendable, Hashable, Codable {
  /// What runs along the chart, and so how it is drawn.
  package enum Axis: Sendable, Hashable, Codable {
    /// Days 0, 1, … of a run as lines; `start` is the date of day 0 where the run has dates.
    case days(start: CalendarDate?)
    /// Days of a run as a fan: five series, the 5%, 25%, 50%, 75% and 95% points of draws on each day.
    case fan(start: CalendarDate?, days: [Int])
    /// Named things as bars.
    case categories([Bilingual])
    /// Named things as rows of a heat map, its columns are the series.
    case grid([Bilingual])
    /// Regions as tiles of a world map, shaded by the first series.
    case places([Place])
    /// Named things as bars from the first series to the second, about a value.
    case ranges([Bilingual], about: Double)
    /// Named things as dots, the first series across and the second up; a frontier joins those that no
    /// other beats, less across and more up, and thresholds part them.
    case points([Bilingual], across: Scale, hasFrontier: Bool, thresholds: Thresholds? = nil)
    /// What passes between named things that stand in columns, as bands of the first series' thickness.
    case flows([Flow])
  }

  /// What passes from a thing of one column to a thing of the next.
  package struct Flow: Sendable, Hashable, Codable {
    /// The column of the source, from 0; the target stands in the next.
    package let stage: Int
    /// What it comes from.
    package let source: Bilingual
    /// What it goes to.
    package let target: Bilingual

    /// Makes a flow.
    package init(stage: Int = 0, from source: Bilingual, to target: Bilingual) {
      self.stage = stage
      self.source = source
      self.target = target
    }
  }

  /// A region on a map.
  package struct Place: Sendable, Hashable, Codable {
    /// Its code, such as `JPN`.
    package let code: String
    /// Its name for readers.
    package let name: Bilingual

    /// Makes a place.
    package init(code: String, name: Bilingual) {
      self.code = code
      self.name = name
    }
  }

  /// What a direction of a chart measures.
  package struct Scale: Sendable, Hashable, Codable {
    /// The unit for readers.
    package let unit: Bilingual
    /// How values read.
    package let style: NumberStyle

    /// Makes a scale.
    package init(unit: Bilingual, style: NumberStyle) {
      self.unit = unit
      self.style = style
    }
  }

  /// Values from which dots stand out, across and up.
  package struct Thresholds: Sendable, Hashable, Codable {
    /// The value across.
    package let across: Double
    /// The value up.
    package let up: Double

    /// Makes thresholds.
    package init(across: Double, up: Double) {
      self.across = across
      self.up = up
    }
  }

  /// One line, one bar of each category, or one column of a heat map.
  package struct Series: Sendable, Hashable, Codable {
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
  package struct Span: Sendable, Hashable, Codable {
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
  /// Name of the table that the chart stands before in a document; nil: before all.
  package let table: String?
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
    name: String, before table: String? = nil, title: Bilingual,
    subtitle: Bilingual = Bilingual(same: ""), axis: Axis, unit: Bilingual = Bilingual(same: ""),
    style: NumberStyle, series: [Series], spans: [Span] = [], notes: [Bilingual] = []
  ) {
    self.name = name
    self.table = table
    self.title = title
    self.subtitle = subtitle
    self.axis = axis
    self.unit = unit
    self.style = style
    self.series = series
    self.spans = spans
    self.notes = notes
    if let flaw { preconditionFailure("Chart \(name): \(flaw)") }
  }

  #if !hasFeature(Embedded)
    /// Reads a chart that was stored; throws where it is none.
    package init(from decoder: any Decoder) throws {
      let stored = try decoder.container(keyedBy: CodingKeys.self)
      name = try stored.decode(String.self, forKey: .name)
      table = try stored.decodeIfPresent(String.self, forKey: .table)
      title = try stored.decode(Bilingual.self, forKey: .title)
      subtitle = try stored.decode(Bilingual.self, forKey: .subtitle)
      axis = try stored.decode(Axis.self, forKey: .axis)
      unit = try stored.decode(Bilingual.self, forKey: .unit)
      style = try stored.decode(NumberStyle.self, forKey: .style)
      series = try stored.decode([Series].self, forKey: .series)
      spans = try stored.decode([Span].self, forKey: .spans)
      notes = try stored.decode([Bilingual].self, forKey: .notes)
      if let flaw {
        throw DecodingError.dataCorruptedError(forKey: .series, in: stored, debugDescription: flaw)
      }
    }
  #endif

  /// What makes it no chart; nil if it is one.
  private var flaw: String? {
    if !Table.isFileName(name) { return "`\(name)` is not a safe file name" }
    let length = rowNames?.count ?? series.first?.values.count ?? 0
    if length == 0 || series.isEmpty { return "nothing to draw" }
    for line in series {
      if line.values.count != length { return "\(line.values.count) of \(length) values" }
      if !line.values.allSatisfy({ $0?.isFinite ?? true }) { return "\(line.key) not finite" }
      if !TableColumn.isKey(line.key) { return "`\(line.key)` is not in snake_case" }
    }
    if Set(series.map({ $0.key })).count != series.count { return "two series of one key" }
    return switch axis {
    case .fan(_, let days) where series.count != 5 || days.count != length:
      "a fan has five points a day"
    case .fan(_, let days) where zip(days, days.dropFirst()).contains { $0 >= $1 } || days[0] < 0:
      "days of a fan rise"
    case .ranges(_, let about) where series.count != 2 || !about.isFinite: "a range has two ends"
    case .points where series.count != 2: "a dot has two values"
    case .points(_, _, _, let thresholds?)
    where !thresholds.across.isFinite || !thresholds.up.isFinite:
      "thresholds are finite"
    case .flows(let flows)
    where series.count != 1 || !flows.allSatisfy { (0..<100).contains($0.stage) }
      || !series[0].values.allSatisfy { $0 ?? 0 >= 0 }:
      "a flow has one size from 0, and a column"
    default: nil
    }
  }

  /// Names of what the values belong to; nil where they are days.
  var rowNames: [Bilingual]? {
    switch axis {
    case .days, .fan: nil
    case .categories(let names), .grid(let names), .ranges(let names, _),
      .points(let names, _, _, _):
      names
    case .places(let places): places.map { $0.name }
    case .flows(let flows):
      flows.map {
        Bilingual(
          "\($0.source.en) → \($0.target.en)", "\($0.source.ja) → \($0.target.ja)")
      }
    }
  }
}
