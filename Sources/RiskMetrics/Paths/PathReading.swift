package import Commodities
package import InputOutputTables
package import Scenarios

/// Series with their places in an economy and its catalogue, ready to be read off a run's days.
package struct PathReading: Sendable {
  /// The series.
  package let series: [PathSeries]
  /// The days that are read.
  package let days: [Int]
  private let places: [(region: Int, commodity: Int?)]

  /// Output of some regions, and cover and price of the commodities that a scenario moves in those of them
  /// that are importers.
  package init(
    _ scenario: Scenario, regions: [Int], table: InputOutputTable, commodities: [Commodity]
  ) {
    let moved = scenario.movedCommodities(commodities)
    var found: [(series: PathSeries, region: Int, commodity: Int?)] = []
    for region in regions {
      let code = table.regions[region].code
      found.append((PathSeries(.output, region: code), region, nil))
      for commodity in moved where commodities[commodity].canRun(in: code) {
        let name = commodities[commodity].name
        for measure in [PathSeries.Measure.cover, .price] {
          found.append((PathSeries(measure, region: code, commodity: name), region, commodity))
        }
      }
    }
    series = found.map { $0.series }
    places = found.map { ($0.region, $0.commodity) }
    days = PathSeries.days(of: scenario.horizon)
  }

  /// Numbers of a run, [series][day that is read]; nil where one was not computed, or the run is over.
  package func values(_ paths: DailyPaths, uncomputed: Set<Int>) -> [[Double?]] {
    zip(series, places).map { series, place in
      let own = paths.commodities.first {
        $0.commodity == place.commodity && $0.region == place.region
      }
      let path: [Double]? =
        switch series.measure {
        case _ where uncomputed.contains(place.region): nil
        case .output: paths.output[place.region]
        case .cover: own?.cover
        case .price: own?.priceChange
        }
      return days.map { day in
        guard let path, day < path.count, path[day].isFinite else { return nil }
        return path[day]
      }
    }
  }
}

extension Scenario {
  /// Indices of the commodities that its levers move, rising.
  package func movedCommodities(_ commodities: [Commodity]) -> [Int] {
    let context = LeverContext(commodities: commodities)
    return Set(effects(in: context).compactMap { $0.effect.commodity }).sorted()
  }
}
