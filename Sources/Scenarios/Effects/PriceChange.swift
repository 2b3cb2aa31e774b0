/// Primitive `money`: prices that are set, or that imports pay more.
package enum PriceChange: Sendable, Hashable {
  /// A commodity's price before the shock is another than its file's, in USD per unit.
  case base(Int, price: Double)
  /// A commodity's price is set, in USD per unit.
  case commodity(Int, price: Double, window: Window)
  /// Foreign currency costs a region `depreciation` more, of which its imports in the table show
  /// `passThrough` and its exports raise prices by `exportPassThrough`; what is priced in USD a unit shows all.
  case imports(
    region: Int, depreciation: Double, passThrough: Double, exportPassThrough: Double,
    window: Window)
}
