package import Commodities
package import InputOutputTables
internal import LinearAlgebra
package import Scenarios

/// Scenarios that share an economy and conventions, ready to run side by side (MODEL.md section 5).
///
/// A single run is a batch of one. Everything here is product-major with the scenario innermost.
package struct CompiledBatch: Sendable {
  /// The economy that all share.
  package let economy: Economy
  /// Number of scenarios m.
  package let width: Int
  /// Days to simulate: the longest horizon.
  package let horizon: Int
  /// Days that each scenario asks for, m.
  let horizons: [Int]
  /// Steps a day, 1/Δt.
  package var stepsPerDay: Int { conventions.stepsPerDay }
  /// Choices that all share.
  package let conventions: Conventions
  /// Whom suppliers that are short serve first, where that is more than industry or final demand.
  let service: ServiceOrder?
  /// Parameters by scenario.
  let parameters: BatchParameters
  /// Criticality by class.
  let classes: CriticalityClasses
  /// Shares laid out for batches; nil where OpenBLAS is faster or the width does not fit.
  let packed: PackedShares?
  /// Users, block by block.
  let blocks: [UserBlock]
  /// 1 over requirements, 0 where an input never binds, S × n.
  let inverseRequirements: [Double]
  /// Final demand on each node a day, all columns, exports out of the table too, n.
  let finalDemandTotal: [Double]
  /// Final-demand columns of each region.
  let finalColumns: [[Int]]
  /// Losses of capacity and capital.
  let losses: Losses
  /// Touched imports.
  let links: TradeLinks
  /// Varieties, struck nodes and purchases; nil where stocks of any origin stand for one another.
  let varieties: Varieties?
  /// Products whose final demand is asked column by column; nil: all as in the table.
  let columns: FinalColumns?
  /// What dearer imports do to private demand; nil: nothing in any scenario.
  let income: Income?
  /// Rebuilding columns.
  let rebuilding: [RebuildingColumn]
  /// Overlay commodities.
  package let overlays: [Overlay]
  /// Users of overlay commodities, node by node.
  let materialUsers: [MaterialUser]
  /// What levers cost whom.
  let ledger: [LedgerItem]
  /// The scenarios, m.
  let scenarios: [Scenario]
  /// What regions pay more for their imports.
  package let importPriceRises: [ImportPriceRise]
  /// What every effect of every lever acts on, by scenario in the file's order.
  package let touches: [Touch]

  /// Compiles scenarios; all must have the same conventions, and names resolved on this economy.
  ///
  /// `packed`: the economy's shares, laid out once for many batches.
  package init(
    _ economy: Economy, _ scenarios: [Scenario], commodities: [Commodity],
    packed: PackedShares? = nil
  ) {
    precondition(!scenarios.isEmpty, "CompiledBatch: no scenario")
    let conventions = Conventions(scenarios[0])
    precondition(
      scenarios.allSatisfy { Conventions($0) == conventions },
      "CompiledBatch: scenarios with different conventions")
    self.economy = economy
    self.conventions = conventions
    service = ServiceOrder(conventions, economy)
    width = scenarios.count
    self.packed = scenarios.count.isMultiple(of: PackedShares.columns) ? packed : nil
    horizons = scenarios.map { $0.horizon }
    horizon = horizons.max() ?? 1
    parameters = BatchParameters(scenarios.map { $0.model }, products: economy.productCount)
    classes = CriticalityClasses(parameters, economy: economy, width: width)
    blocks = UserBlock.blocks(of: economy, width: width)
    inverseRequirements = CompiledBatch.inverses(economy, preset: conventions.preset)
    finalDemandTotal = (0..<economy.nodeCount).map { i in
      (0..<economy.regionCount).reduce(economy.exportsOutside[i]) {
        $0 + economy.regionalFinalDemand[i, $1]
      }
    }
    finalColumns = (0..<economy.regionCount).map { region in
      economy.table.finalDemandRegion.indices.filter {
        economy.table.finalDemandRegion[$0] == region
          && economy.table.finalDemandKinds[$0] != .exports
      }
    }
    let context = LeverContext(commodities: commodities)
    let plans = scenarios.map { EffectPlan($0, context) }
    var compiler = EffectCompiler(economy, commodities: commodities, plans)
    for (k, plan) in plans.enumerated() { compiler.add(plan, scenario: k) }
    compiler.bookReleases()
    compiler.linkPrices()
    losses = compiler.losses
    rebuilding = compiler.rebuilding
    let links = compiler.links.build()
    self.links = links
    var varieties: Varieties?
    if let known = VarietyColumns(
      scenarios.map({ $0.model }), products: economy.productCount)
    {
      varieties = Varieties(
        known, losses: compiler.losses, links: links, economy: economy,
        inverse: inverseRequirements, width: scenarios.count, isPacked: self.packed != nil)
    }
    self.varieties = varieties
    let income = Income(
      economy, scenarios, overlays: compiler.overlays, rises: compiler.rises,
      shields: compiler.shields, ledger: compiler.ledger, commodities: commodities)
    self.income = income
    let isFelt = income?.isFelt == true
    let struck = varieties?.strikes.products
    columns =
      isFelt || struck?.contains(where: { !$0.isEmpty }) == true
      ? FinalColumns(economy, all: isFelt) { struck?[$0].isEmpty == false } : nil
    overlays = compiler.overlays
    materialUsers = MaterialUser.all(overlays)
    importPriceRises = compiler.rises
    ledger = compiler.ledger
    self.scenarios = scenarios
    touches = compiler.touches
  }

  /// An input worth no more than this of a user's output, both a day, never stops it.
  ///
  /// Balancing leaves cells that no statistic stands behind: at 1e-6 one is a rounding of a million,
  /// and Leontief's minimum would let it stop an industry. The flow is still ordered and delivered.
  /// What matters beyond its worth, such as a raw material, is a commodity with quantities of its own.
  package static let negligibleRequirement = 1e-6

  /// The same under a preset: the reference family compares a year's input with 1e-5 of a day's output.
  package static func negligibleRequirement(of preset: ModelParameters.Preset) -> Double {
    preset == .ario ? 1e-5 / 365 : negligibleRequirement
  }

  private static func inverses(_ economy: Economy, preset: ModelParameters.Preset) -> [Double] {
    let least = negligibleRequirement(of: preset)
    return economy.requirements.elements.map { $0 > least ? 1 / $0 : 0 }
  }
}
