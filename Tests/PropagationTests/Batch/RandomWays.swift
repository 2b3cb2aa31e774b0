import Commodities
import LinearAlgebra
import Quantities

extension Commodity {
  /// The commodity where half of the importers have drawn whole ways through its chokepoints, and longer
  /// ways around some, instead of shares through each.
  func withDrawnWays(_ random: inout SplitMix64) -> Commodity {
    guard !chokepoints.isEmpty else { return self }
    var drawn: [Importer] = []
    for importer in importers {
      drawn.append(
        random.nextUniform() < 0.5 ? withDrawnWays(of: importer, &random) : importer)
    }
    return Commodity(
      name: name, nameJa: nameJa, about: about, unit: unit, year: year, tableSector: tableSector,
      spareCapacity: spareCapacity, importers: drawn, chain: chain, chokepoints: chokepoints,
      groups: groups, price: price, gaps: gaps)
  }

  private func withDrawnWays(of importer: Importer, _ random: inout SplitMix64) -> Importer {
    func figure(_ value: Double) -> Figure {
      Figure(
        value: value, unit: "", year: "2024", basis: "", source: "drawn", confidence: .assumption)
    }
    var left = 1.0
    var ways: [Way] = []
    for _ in 0..<1 + Int(4 * random.nextUniform()) {
      let share = left * random.nextUniform()
      left -= share
      var passed: [String] = []
      for gate in chokepoints where random.nextUniform() < 0.5 { passed.append(gate.name) }
      ways.append(Way(origins: [], chokepoints: passed, share: figure(share)))
    }
    var routes = importer.routes.filter { $0.chokepoint == nil }
    for gate in chokepoints where random.nextUniform() < 0.4 {
      let days = (8 * random.nextUniform()).rounded()
      routes.append(
        Route(
          origins: [], chokepoint: gate.name, shareOfImportsThrough: nil, travelDays: nil,
          detour: LongerWay(days: figure(days), share: figure(random.nextUniform()))))
    }
    return Importer(
      code: importer.code, use: importer.use, imports: importer.imports,
      origins: importer.origins, users: importer.users, otherUses: importer.otherUses,
      industryStockDays: importer.industryStockDays,
      minimumOperatingDays: importer.minimumOperatingDays,
      industryObligation: importer.industryObligation, stocks: importer.stocks, routes: routes,
      ways: ways, gdp: importer.gdp)
  }
}
