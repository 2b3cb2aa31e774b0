internal import Propagation
internal import Scenarios

/// What the holders of a release are short of day by day without it, and what their users can draw first.
package struct Shortage: Sendable, Hashable {
  /// Short of what users need, units a day, by day.
  package let daily: [Double]
  /// Stock of users above the minimum operating stock on day 0, units.
  package let drawable: Double
  /// Baseline use, units a day.
  package let use: Double

  /// Makes a shortage.
  package init(daily: [Double], drawable: Double, use: Double) {
    self.daily = daily
    self.drawable = drawable
    self.use = use
  }
}

/// Takes down what importers of one commodity are short of.
struct ShortageRecorder: Observer {
  private let commodity: Int
  private let codes: Set<String>
  private let days: Int
  /// [column][day].
  private var daily: [[Double]]
  private var drawable: [Double]
  private var use = 0.0

  init(_ batch: CompiledBatch, commodity: Int, codes: Set<String>) {
    self.commodity = commodity
    self.codes = codes
    days = batch.horizon
    daily = [[Double]](
      repeating: [Double](repeating: 0, count: batch.horizon), count: batch.width)
    drawable = [Double](repeating: 0, count: batch.width)
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    guard let index = batch.overlays.firstIndex(where: { $0.commodity == commodity }) else {
      return
    }
    let overlay = batch.overlays[index]
    let m = batch.width
    let isFirst = moment.day == 0 && moment.isFirstOfDay
    for (b, importer) in overlay.importers.enumerated() where codes.contains(importer.code) {
      if isFirst { use += importer.use }
      for k in 0..<m {
        daily[k][moment.day] += moment.share * state.overlays[index].shortfall[b * m + k]
        guard isFirst else { continue }
        // Stock at the end of the first step is what was there and came, less what was used.
        let end = importer.users.reduce(0.0) { $0 + state.overlays[index].stock[$1 * m + k] }
        drawable[k] += max(0, end - importer.minimumDays * importer.use)
      }
    }
  }

  /// The shortage of one column.
  func shortage(of column: Int) -> Shortage {
    Shortage(daily: daily[column], drawable: drawable[column], use: use)
  }
}
