package import Commodities
import Quantities

/// What ways around a chokepoint can carry. An amount in barrels says nothing about tonnes: each fits what is
/// counted in its unit.
package struct WayCapacity: Sendable, Hashable {
  /// What it fits.
  package enum Goods: Sendable, Hashable {
    /// Every commodity.
    case all
    /// Commodities counted in a unit, `bbl` or `t`.
    case countedIn(String)
    /// One commodity, an index into the catalogue.
    case one(Int)
  }

  /// Units a day; infinite: without a limit.
  package let rate: Double
  /// What it fits.
  package let goods: Goods

  /// Makes a capacity.
  package init(_ rate: Double, of goods: Goods = .all) {
    self.rate = rate
    self.goods = goods
  }

  /// Whether it fits a commodity of the catalogue.
  package func fits(_ commodity: Commodity, at index: Int) -> Bool {
    switch goods {
    case .all: true
    case .countedIn(let unit): commodity.unit == unit
    case .one(let number): number == index
    }
  }
}

extension WayCapacity {
  /// Without a limit, for everything.
  package static let unlimited = WayCapacity(.infinity)

  /// Reads a capacity at a chokepoint, in a unit that something passing it is counted in.
  static func read(
    _ field: ScenarioReader.Field?, at chokepoint: String?, _ reader: inout ScenarioReader
  ) -> WayCapacity? {
    let rate = reader.number(
      field, in: Gate.dimensions(at: chokepoint, .volumePerTime, .massPerTime, reader))
    guard let rate else { return nil }
    guard rate < .infinity, let text = field?.node.text else { return WayCapacity(rate) }
    let isVolume = (try? Quantity(text, accepting: [.volumePerTime])) != nil
    return WayCapacity(rate, of: .countedIn(isVolume ? "bbl" : "t"))
  }
}
