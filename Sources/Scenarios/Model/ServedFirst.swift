/// Users and places that suppliers which are short serve before all others.
package struct ServedFirst: Sendable, Hashable {
  /// Using sectors, in the table's order, wherever they are.
  package let sectors: [Int]
  /// Regions, in the table's order: their industries and their final demand.
  package let regions: [Int]

  /// A sector or a region, by its index in the table.
  package enum User: Sendable, Hashable {
    case sector(Int)
    case region(Int)
  }

  /// Makes a list.
  package init(sectors: [Int], regions: [Int]) {
    self.sectors = sectors
    self.regions = regions
  }

  /// Nobody.
  package static let nobody = ServedFirst(sectors: [], regions: [])
}
