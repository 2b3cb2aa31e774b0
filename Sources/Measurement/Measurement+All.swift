internal import InputOutputTables

extension Measurement {
  /// Everything: the machine's rate, then LU and one step at n = 595 and n = 4,050, then loading.
  package static func all() -> [Measured] {
    let rate = dgemmRate()
    var figures = [
      Measured(name: "dgemm_gflops", value: rate),
      Measured(name: "allocation_control", value: Double(allocationControl())),
    ]
    for (regions, sectors, days) in [(17, 35, 50), (81, 50, 5)] {
      figures += factorisation(regions: regions, sectors: sectors, dgemmRate: rate)
      figures += step(regions: regions, sectors: sectors, days: days)
    }
    return figures + loading()
  }

  /// Loading the bundled economy, seconds.
  static func loading() -> [Measured] {
    let time = seconds {
      _ = try? EconomyLoader.load("g7plus-2011")
    }
    return [Measured(name: "load_g7plus_2011_seconds", value: time)]
  }
}
