internal import Scenarios

/// Imports of a batch that shocks touch: product p into region b, with the restricted suppliers.
///
/// λ and ρ exist only here; everything else is open.
struct TradeLinks: Sendable {
  /// One product into one region.
  struct Import: Sendable {
    /// Product.
    let product: Int
    /// Importing region.
    let region: Int
    /// Restricted suppliers: a range of `cells`.
    var cells: Range<Int>
    /// Where its final flows start in `State.finalFlow`, in suppliers.
    var flowOffset: Int
    /// Scenarios that touch it: a range of `TradeLinks.touching`.
    let scenarios: Range<Int>
  }

  /// One restricted supplier of an import.
  struct Cell: Sendable {
    /// Supplying node, product-major.
    let supplier: Int
    /// Index into `imports`.
    let importIndex: Int
    /// Where its shares in the importer's users start in `shares`.
    let firstShare: Int
  }

  /// A restriction of a cell in a scenario: openness is multiplied by 1 − blocked.
  struct Restriction: Sendable {
    /// Index into `cells`.
    let cell: Int
    /// Scenario.
    let scenario: Int
    /// What is blocked.
    let barrier: Barrier
  }

  /// A change of final demand for an import's product in its region.
  struct DemandChange: Sendable {
    /// Index into `imports`.
    let importIndex: Int
    /// Scenario.
    let scenario: Int
    /// Relative change, −1 or more.
    let by: Double
    /// When.
    let window: Window
  }

  /// Shipments of a cell that wait at a review.
  struct Delay: Sendable {
    /// Index into `cells`.
    let cell: Int
    /// Scenario.
    let scenario: Int
    /// Waiting days, at least 1.
    let days: Int
    /// Share of what is shipped that waits.
    let share: Double
    /// When.
    let window: Window
    /// Where its ring starts in `State.delayed`, over steps a day: `days` slots a step of the day, of
    /// one value per user of the region.
    let ringOffset: Int
  }

  /// Touched imports, sorted by product.
  var imports: [Import] = []
  /// Imports of each product, S ranges.
  var importsOfProduct: [Range<Int>] = []
  /// Scenarios that touch imports, import by import, ascending in each.
  var touching: [Int] = []
  /// Restricted suppliers, grouped by import.
  var cells: [Cell] = []
  /// Shares T of restricted suppliers in their importers' users, [cell][user of the region]: side by
  /// side, where the economy has them a row of the table apart.
  var shares: [Double] = []
  /// Restrictions.
  var restrictions: [Restriction] = []
  /// Changes of final demand.
  var demandChanges: [DemandChange] = []
  /// Reviews.
  var delays: [Delay] = []
  /// Delays of each product, S ranges.
  var delaysOfProduct: [Range<Int>] = []
  /// Number of supplier rows in all imports.
  var flowCount = 0
  /// Number of values in all rings, over steps a day.
  var ringCount = 0

  /// T of a cell's supplier in a user, by the user's place among those of the importing region.
  func share(of cell: Int, in place: Int) -> Double { shares[cells[cell].firstShare + place] }

  /// Whether a scenario touches an import.
  func touches(_ scenario: Int, _ link: Import) -> Bool {
    link.scenarios.contains { touching[$0] == scenario }
  }

  /// Whether any supplier of a product is restricted for anyone.
  func isRestricted(_ product: Int) -> Bool {
    importsOfProduct[product].contains { !imports[$0].cells.isEmpty }
  }

  /// Whether any supplier of a product is restricted for a region in a scenario.
  func isRestricted(_ product: Int, into region: Int, scenario: Int) -> Bool {
    importsOfProduct[product].contains {
      imports[$0].region == region && !imports[$0].cells.isEmpty
        && touches(scenario, imports[$0])
    }
  }
}
