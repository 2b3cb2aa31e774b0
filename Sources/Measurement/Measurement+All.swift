internal import InputOutputTables

extension Measurement {
  /// Parts beside the step: LU, what-ifs and static results at n = 595 and n = 4,050, and loading.
  package static func parts() -> [Measured] {
    let rate = dgemmRate()
    var figures: [Measured] = []
    for (regions, sectors) in [(17, 35), (81, 50)] {
      figures += factorisation(regions: regions, sectors: sectors, dgemmRate: rate)
    }
    figures += whatIfs(regions: 81, sectors: 50, count: 1_000)
    figures += staticResults(regions: 81, sectors: 50, dgemmRate: rate)
    return figures + loading()
  }

  /// Loading the bundled economy, seconds.
  static func loading() -> [Measured] {
    let time = seconds {
      _ = try? EconomyLoader.load("g7plus-2011")
    }
    return [Measured("load_g7plus_2011_seconds", time)]
  }
}
