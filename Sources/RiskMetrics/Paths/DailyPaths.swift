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
    output = recorder.output[column].map { Array($0.prefix(days)) }
    commodities = batch.overlays.enumerated().flatMap { index, overlay -> [Commodity] in
      guard overlay.isNamed[column] else { return [] }
      let price = MarketPrice(
        overlay, series: accounts.overlays[index].price, days: days, number: column)
      return overlay.countries.map { b in
        Commodity(
          commodity: overlay.commodity, region: overlay.importers[b].region,
          cover: Array(recorder.cover[index][column][b].prefix(days)),
          priceChange: price.multiple(of: b)?.map { $0 - 1 })
      }
    }
  }
}

/// Records output by region and cover by importer of every scenario of a batch.
package struct DailyPathsRecorder: Observer {
  /// Output over its baseline, [scenario][region][day].
  private(set) var output: [[[Double]]]
  /// Users' stock in days of use, [overlay][scenario][importer][day].
  private(set) var cover: [[[[Double]]]]
  /// Baseline output a day by region.
  private let baseline: [Double]

  /// Makes room for a batch's whole run.
  package init(_ batch: CompiledBatch) {
    let path = [Double](repeating: 0, count: batch.horizon)
    baseline = batch.economy.regionNodes.map { $0.reduce(0) { $0 + batch.economy.output[$1] } }
    let width = batch.width
    output = [[[Double]]](
      repeating: [[Double]](repeating: path, count: baseline.count), count: width)
    cover = batch.overlays.map { overlay in
      [[[Double]]](
        repeating: [[Double]](repeating: path, count: overlay.countries.count), count: width)
    }
  }

  /// Takes note of a step: a day's output is the mean of its steps, its stock is the last step's.
  package mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    let economy = batch.economy
    let m = batch.width
    for (region, nodes) in economy.regionNodes.enumerated() {
      for k in 0..<m {
        let made = nodes.reduce(0.0) { $0 + state.output[$1 * m + k] }
        let share = baseline[region] > 0 ? made / baseline[region] : 1
        output[k][region][moment.day] += moment.share * share
      }
    }
    guard moment.isLastOfDay else { return }
    for (index, overlay) in batch.overlays.enumerated() {
      for k in 0..<m where overlay.isNamed[k] {
        for b in overlay.countries {
          let users = overlay.members(of: b).flatMap { overlay.importers[$0].users }
          let stock = users.reduce(0.0) { $0 + state.overlays[index].stock[$1 * m + k] }
          cover[index][k][b][moment.day] = stock / overlay.countryUse(of: b)
        }
      }
    }
  }
}
