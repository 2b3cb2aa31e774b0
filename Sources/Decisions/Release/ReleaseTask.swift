package import Commodities
internal import Quantities
package import Scenarios

/// A release of a file whose plan is to be found.
package struct ReleaseTask: Sendable {
  /// Its number among the responses.
  package let response: Int
  /// The release as the file has it.
  package let release: Release
  /// Its holders, each with a volume.
  package let holders: [Release.Holder]
  /// First day on which anything can be released.
  package let earliest: Int

  /// Takes the release at a number among the responses, else the first of a holder in a region, else the
  /// first of all; nil where there is none with volumes that a plan could part.
  package init?(
    _ scenario: Scenario, response: Int?, holder: String, commodities: [Commodity]
  ) {
    let responses = scenario.levers(of: .responses)
    let found = responses.indices.compactMap { index -> (Int, Release, [Release.Holder])? in
      guard let release = responses[index].as(Release.self), release.coordination == nil,
        release.kind != .industry,
        let holders = Self.holders(of: release, commodities)
      else { return nil }
      return (index, release, holders)
    }
    let chosen =
      response.map { number in found.first { $0.0 == number } }
      ?? found.first { $0.2.contains { $0.holder.code == holder } } ?? found.first
    guard let chosen else { return nil }
    (self.response, release, holders) = chosen
    if case .day(let day) = release.trigger { earliest = max(0, day) } else { earliest = 0 }
  }

  private static func holders(
    of release: Release, _ commodities: [Commodity]
  ) -> [Release.Holder]? {
    let importers = commodities[release.commodity].importers
    var holders: [Release.Holder] = []
    for holder in release.holders {
      let stated = importers.first { $0.code == holder.holder.code }?.stocks
        .first { $0.kind.rawValue == release.kind.rawValue }?.volume.value
      guard let volume = holder.volume ?? stated, volume > 0 else { return nil }
      holders.append(Release.Holder(holder: holder.holder, volume: volume))
    }
    return holders.isEmpty ? nil : holders
  }

  /// Volume of all holders, units.
  package var volume: Double { holders.reduce(0) { $0 + ($1.volume ?? 0) } }

  /// A scenario with a plan in place of the release; nil: without it. `scale` multiplies the volumes, and
  /// `also` stands beside it.
  func scenario(
    _ scenario: Scenario, _ plan: ReleasePlan?, scale: Double = 1, also: [any Lever] = []
  ) -> Scenario {
    let responses = scenario.levers.filter { $0.list == .responses }
    let volumes = holders.map {
      Release.Holder(holder: $0.holder, volume: $0.volume.map { $0 * scale })
    }
    let own = (plan?.levers(of: release, volumes: volumes) ?? []) as [any Lever]
    return scenario.with(
      responses: responses.filter { $0.index != response }
        + (own + also).map { LeverEntry($0, list: .responses, index: response) })
  }
}
