internal import InputOutputTables
internal import LinearAlgebra
package import Propagation

/// Output, cover and prices of one scenario day by day: what charts draw.
package struct DailyPaths: Sendable {
  /// An overlay commodity in one importer.
  package struct Commodity: Sendable {
    /// Index into the catalogue.
    package let commodity: Int
    /// Table region of the importer.
    package let region: Int
    /// Users' stock at the end of each day, days of use.
    package let cover: [Double]
    /// Price over its base less 1 by day; nil if no price is computed.
    package let priceChange: [Double]?
  }

  /// Output over its baseline, [region][day].
  package let output: [[Double]]
  /// Commodities that the scenario names, by importer.
  package let commodities: [Commodity]

  /// Takes one column of a batch from its recorder; prices stand in the accounts of the same run.
  package init(
    _ recorder: DailyPathsRecorder, _ accounts: Accounts, batch: CompiledBatch, column: Int
  ) {
    let days = accounts.days
    output = recorder.output(of: column, days: days)
    commodities = batch.overlays.enumerated().flatMap { index, overlay -> [Commodity] in
      guard overlay.isNamed[column] else { return [] }
      let price = MarketPrice(
        overlay, series: accounts.overlays[index].price, days: days, number: column)
      return overlay.countries.map { b in
        Commodity(
          commodity: overlay.commodity, region: overlay.importers[b].region,
          cover: recorder.cover(of: index, in: b, column: column, days: days),
          priceChange: price.multiple(of: b)?.map { $0 - 1 })
      }
    }
  }
}

/// Records output by region and cover by importer of every scenario of a batch.
package struct DailyPathsRecorder: Observer {
  /// Output over its baseline, [region][scenario][day].
  private var output: [Double]
  /// Users' stock in days of use, [overlay][scenario][importer][day].
  private var cover: [Double]
  /// Where each overlay starts in `cover`.
  private let starts: [Int]
  /// Importers of each overlay.
  private let importers: [Int]
  /// Baseline output a day by region.
  private let baseline: [Double]
  /// Room for a region's output of a step, by scenario.
  private var made: [Double]
  private let days: Int

  /// Makes room for a batch's whole run.
  package init(_ batch: CompiledBatch) {
    days = batch.horizon
    baseline = batch.economy.regionNodes.map { $0.reduce(0) { $0 + batch.economy.output[$1] } }
    made = [Double](repeating: 0, count: batch.width)
    output = [Double](repeating: 0, count: baseline.count * batch.width * days)
    importers = batch.overlays.map { $0.countries.count }
    var total = 0
    starts = importers.map { count in
      defer { total += count * batch.width * batch.horizon }
      return total
    }
    cover = [Double](repeating: 0, count: total)
  }

  /// Takes note of a step: a day's output is the mean of its steps, its stock is the last step's.
  package mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    for (region, nodes) in batch.economy.regionNodes.enumerated() {
      add(region, nodes, moment, state)
    }
    guard moment.isLastOfDay else { return }
    for index in batch.overlays.indices {
      close(index, batch.overlays[index], state.overlays[index], day: moment.day)
    }
  }

  private mutating func add(
    _ region: Int, _ nodes: [Int], _ moment: Moment, _ state: borrowing State
  ) {
    let m = made.count
    for k in 0..<m { made[k] = 0 }
    for i in nodes {
      for k in 0..<m { made[k] += state.output[i * m + k] }
    }
    for k in 0..<m {
      let share = baseline[region] > 0 ? made[k] / baseline[region] : 1
      output[(region * m + k) * days + moment.day] += moment.share * share
    }
  }

  private mutating func close(
    _ index: Int, _ overlay: Overlay, _ state: borrowing OverlayState, day: Int
  ) {
    let m = made.count
    for k in 0..<m where overlay.isNamed[k] {
      for b in overlay.countries {
        var stock = 0.0
        for member in overlay.members(of: b) {
          for u in overlay.importers[member].users { stock += state.stock[u * m + k] }
        }
        cover[starts[index] + (k * importers[index] + b) * days + day] =
          stock / overlay.countryUse(of: b)
      }
    }
  }

  /// Output over its baseline of a scenario, [region][day].
  func output(of k: Int, days count: Int) -> [[Double]] {
    baseline.indices.map { Array(output[((($0 * made.count) + k) * days)...].prefix(count)) }
  }

  /// Users' stock of an overlay in days of use by day, of one importer of a scenario.
  func cover(of index: Int, in b: Int, column k: Int, days count: Int) -> [Double] {
    let start = starts[index] + (k * importers[index] + b) * days
    return Array(cover[start...].prefix(count))
  }
}
