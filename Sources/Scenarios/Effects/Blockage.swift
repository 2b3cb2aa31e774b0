/// Primitive `open`: links lose max(0, share·shape − relief) of what they carry.
package struct Blockage: Sendable, Hashable {
  /// The links.
  package let links: LinkSet
  /// Blocked share in full force, 0 to 1.
  package let share: Double
  /// Share of the flow that goes around, 0 to 1.
  package let relief: Double
  /// When.
  package let window: Window

  /// Makes a blockage.
  package init(links: LinkSet, share: Double, relief: Double = 0, window: Window) {
    self.links = links
    self.share = share
    self.relief = relief
    self.window = window
  }
}
