/// Primitive `money`: prices that are set, or that imports pay more.
package enum PriceChange: Sendable, Hashable {
  /// A commodity's price is set, in USD per unit.
  case commodity(Int, price: Double, window: Window)
  /// Everything that a region imports costs a share more.
  case imports(region: Int, rise: Double, window: Window)
}
