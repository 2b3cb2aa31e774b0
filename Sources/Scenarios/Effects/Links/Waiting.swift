/// Primitive `wait`: a share of what links carry arrives some days later.
package struct Waiting: Sendable, Hashable {
  /// The links.
  package let links: LinkSet
  /// Share of the links' trade that waits, 0 to 1.
  package let share: Double
  /// Share of the links' trade that still ships, 0 to 1: what waits is a part of it.
  package let shipped: Double
  /// How long it waits, days.
  package let days: Int
  /// When.
  package let window: Window
  /// The buyers that it hits; nil: all.
  package let listed: Listed?

  /// Makes a waiting.
  package init(
    links: LinkSet, share: Double, of shipped: Double, days: Int, window: Window,
    listed: Listed? = nil
  ) {
    self.listed = listed
    self.links = links
    self.share = share
    self.shipped = shipped
    self.days = days
    self.window = window
  }

  /// Share of what ships that waits, 0 to 1.
  package var shareOfShipped: Double { shipped > 0 ? share / shipped : 0 }
}
