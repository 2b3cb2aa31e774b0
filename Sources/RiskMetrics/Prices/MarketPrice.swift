internal import Propagation

/// The prices of an overlay commodity in one scenario, as its run computed them.
struct MarketPrice {
  /// Price before the shock, USD per unit; nil if missing.
  let base: Double?
  private let overlay: Overlay
  private let series: [Double]
  private let days: Int
  private let number: Int

  init(_ overlay: Overlay, series: [Double], days: Int, number: Int) {
    self.overlay = overlay
    self.series = overlay.isPriced(in: number) ? series : []
    self.days = days
    self.number = number
    base = overlay.basePrice[number]
  }

  /// Price over its base by day that an importer of the overlay pays; nil if not computed.
  func multiple(of importer: Int) -> [Double]? {
    guard base != nil, !series.isEmpty else { return nil }
    if overlay.isBloc, overlay.restricts(importer, scenario: number) {
      return [Double](repeating: 1, count: days)
    }
    return column(overlay.price(of: importer))
  }

  /// The price of buyers outside the overlay: the world's, if there is one.
  var multipleOutside: [Double]? {
    base != nil && !series.isEmpty && overlay.isWorld ? column(0) : nil
  }

  private func column(_ price: Int) -> [Double] {
    (0..<days).map { series[$0 * overlay.priceCount + price] }
  }
}
