/// Parameters of the dynamic model (MODEL.md sections 4 and 7), resolved for one economy.
package struct ModelParameters: Sendable, Hashable {
  /// Which set of conventions.
  package enum Preset: String, Sendable, CaseIterable {
    /// This project's model: lost varieties, starved suppliers, adapting buyers (MODEL2.md).
    case sonae
    /// Its first edition: stocks of any origin stand for one another (MODEL.md section 4).
    case pooled
    /// The reference family's, reproduced to its details.
    case ario
  }

  /// How buyers weigh suppliers (step 11).
  package enum SupplierChoice: String, Sendable, CaseIterable {
    /// By how fully each delivered of late.
    case delivery
    /// As in the table.
    case fixed
    /// By remaining capacity.
    case capacity
    /// By output; offered with a warning.
    case output
  }

  /// Who is served first when output falls short (step 6).
  package enum Rationing: String, Sendable, CaseIterable {
    /// Everyone in proportion to orders.
    case proportional
    /// Industry first.
    case intermediateFirst = "intermediate first"
    /// Final demand first.
    case finalFirst = "final demand first"
    /// Buyers in the supplier's own region first.
    case domesticFirst = "domestic first"
    /// Those whom `served first` names.
    case namedFirst = "named first"
    /// Everyone up to one level over usual orders.
    case waterFilling = "water filling"
  }

  /// The dial's range, an assumption: from a fifth of what is exposed stopping to all of it.
  package static let criticalityDialRange = 0.2...1.0

  /// Which set of conventions.
  package var preset: Preset
  /// Inventory target n of each sector's product, in days of use; infinity: unlimited. S values.
  package var inventoryDays: [Double]
  /// Restocking time τ of each product, days. S values.
  package var restockDays: [Double]
  /// Share ψ of the inventory target below which an input binds. S values.
  package var psi: [Double]
  /// Criticality c of product p (row) for user sector s (column), row-major S × S, 0 to 1.
  package var tableCriticality: [Double]
  /// Highest overproduction α_max, at least 1.
  package var overproductionMax: Double
  /// Time to reach it τ_α, days.
  package var overproductionDays: Double
  /// How buyers weigh suppliers.
  package var supplierChoice: SupplierChoice
  /// Flexibility φ of supplier choice, 0 to 1.
  package var flexibility: Double
  /// Largest share of blocked trade that is redirected, 0 to 1.
  package var redirectMax: Double
  /// Growth of that share, per day (0.01 is one point a day).
  package var redirectSpeed: Double
  /// Restocking cap γ; infinity: unlimited.
  package var restockCap: Double
  /// Restocking cap γ of overlay commodities; infinity: unlimited.
  package var overlayRestockCap: Double
  /// Who is served first.
  package var rationing: Rationing
  /// Whom `namedFirst` names.
  package var servedFirst: ServedFirst
  /// Dial on the criticality of overlay commodities, 0 to 1; nil: each user's own central value.
  package var criticalityDial: Double?
  /// Whether electricity, transport and telecom bind as flows.
  package var flows: Bool
  /// Step Δt in days.
  package var step: Double
  /// Varieties, chain and adaptation; nil but for preset `sonae`.
  package var variety: VarietyParameters?
  /// What a dearer import bill does to private demand.
  package var income: IncomeParameters
  /// How prices of commodities move, and when consumers see them.
  package var prices: PriceParameters

  /// Makes parameters.
  package init(
    preset: Preset, inventoryDays: [Double], restockDays: [Double], psi: [Double],
    tableCriticality: [Double], overproductionMax: Double, overproductionDays: Double,
    supplierChoice: SupplierChoice, flexibility: Double, redirectMax: Double,
    redirectSpeed: Double, restockCap: Double, overlayRestockCap: Double, rationing: Rationing,
    criticalityDial: Double?, flows: Bool, step: Double, variety: VarietyParameters?,
    income: IncomeParameters = .off, prices: PriceParameters = .plain,
    servedFirst: ServedFirst = .nobody
  ) {
    self.servedFirst = servedFirst
    self.preset = preset
    self.inventoryDays = inventoryDays
    self.restockDays = restockDays
    self.psi = psi
    self.tableCriticality = tableCriticality
    self.overproductionMax = overproductionMax
    self.overproductionDays = overproductionDays
    self.supplierChoice = supplierChoice
    self.flexibility = flexibility
    self.redirectMax = redirectMax
    self.redirectSpeed = redirectSpeed
    self.restockCap = restockCap
    self.overlayRestockCap = overlayRestockCap
    self.rationing = rationing
    self.criticalityDial = criticalityDial
    self.flows = flows
    self.step = step
    self.variety = variety
    self.income = income
    self.prices = prices
  }
}
