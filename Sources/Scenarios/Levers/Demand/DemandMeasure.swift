/// Measures that restrain the use of oil, and what each saves (IEA, 10-Point Plan to Cut Oil Use, 2022).
package enum DemandMeasure: String, Sendable, CaseIterable {
  case all
  case speedLimits = "speed limits"
  case workFromHome = "work from home"
  case workFromHomeOneDay = "work from home one day"
  case carFreeSundays = "car-free Sundays"
  case carFreeSundayMonthly = "car-free Sunday a month"
  case publicTransport = "public transport"
  case alternateCarAccess = "alternate car access"
  case carSharing = "car sharing"
  case freightDriving = "efficient freight"

  /// What it saves in advanced economies within four months, thousand barrels a day.
  package var saved: Double {
    switch self {
    case .all: 2700
    case .speedLimits: 430
    case .workFromHome: 500
    case .workFromHomeOneDay: 170
    case .carFreeSundays: 380
    case .carFreeSundayMonthly: 95
    case .publicTransport: 330
    case .alternateCarAccess: 210
    case .carSharing: 470
    case .freightDriving: 320
    }
  }

  /// Oil demand of advanced economies that it is a part of, thousand barrels a day; general knowledge.
  package static let demand = 45_700.0

  /// Share of use that several save between them: days at home and Sundays count once, `all` is all.
  package static func share(of menu: [DemandMeasure]) -> Double {
    if menu.contains(.all) { return all.saved / demand }
    let chosen = Set(menu)
    let counted = chosen.filter {
      switch $0 {
      case .workFromHomeOneDay: !chosen.contains(.workFromHome)
      case .carFreeSundayMonthly: !chosen.contains(.carFreeSundays)
      default: true
      }
    }
    return allCases.filter(counted.contains).reduce(0) { $0 + $1.saved } / demand
  }
}
