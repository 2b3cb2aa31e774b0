package import Scenarios

/// Parameters of the scenarios of a batch as dense arrays, the scenario innermost.
package struct BatchParameters: Sendable {
  /// 1 over the days of use below which a product binds, max(ψn, Δt); 0 where unlimited. S × m.
  let perBindingDay: [Double]
  /// Inventory target n in days of use; 0 where unlimited. S × m.
  let targetDays: [Double]
  /// 1/τ; 0 where unlimited. S × m.
  let restockRate: [Double]
  /// Highest orders over baseline use, 1 + γ. S × m.
  let orderCap: [Double]
  /// Δt where the product is stored, 0 where unlimited. S × m.
  let storedStep: [Double]
  /// Criticality c by product and user sector, S × S × m.
  let criticality: [Double]
  /// α_max, m.
  let overproductionMax: [Double]
  /// Δt/τ_α, m.
  let overproductionRate: [Double]
  /// Flexibility φ, m.
  let flexibility: [Double]
  /// Largest redirected share, m.
  let redirectMax: [Double]
  /// Growth of the redirected share per step, m.
  let redirectStep: [Double]
  /// Whether all scenarios have the same values by product.
  let areAlike: Bool
  /// 1 + γ of overlays, m.
  let overlayOrderCap: [Double]
  /// Part of the way to its target that ln π goes in a step, min(1, Δt/τ_π), m.
  let priceRate: [Double]
  /// Rise of prices while anything is missing, a share, m.
  let pricePremium: [Double]
  /// What markets count of a released unit, 0 to 1, m.
  let releaseCredit: [Double]

  /// Stands for no cap: finite, so that it times 0 is 0.
  static let unlimited = Double.greatestFiniteMagnitude.squareRoot()

  /// Lays the models of a batch side by side.
  package init(_ models: [ModelParameters], products: Int) {
    areAlike = models.allSatisfy { ProductColumns.areAlike($0, models[0]) }
    var byProduct = ProductColumns()
    for p in 0..<products {
      for model in models { byProduct.append(model, product: p) }
    }
    perBindingDay = byProduct.perBindingDay
    targetDays = byProduct.targetDays
    restockRate = byProduct.restockRate
    orderCap = byProduct.orderCap
    storedStep = byProduct.storedStep
    criticality = (0..<products * products).flatMap { cell in
      models.map { $0.tableCriticality[cell] }
    }
    overproductionMax = models.map { $0.overproductionMax }
    overproductionRate = models.map { $0.step / $0.overproductionDays }
    flexibility = models.map { $0.flexibility }
    redirectMax = models.map { $0.redirectMax }
    redirectStep = models.map { $0.redirectSpeed * $0.step }
    overlayOrderCap = models.map { BatchParameters.cap($0.overlayRestockCap) }
    priceRate = models.map { $0.prices.memoryDays > $0.step ? $0.step / $0.prices.memoryDays : 1 }
    pricePremium = models.map { $0.prices.premium }
    releaseCredit = models.map { $0.prices.releaseCredit }
  }

  static func cap(_ gamma: Double) -> Double { gamma.isFinite ? 1 + gamma : unlimited }
}

/// The columns of `BatchParameters` that have one value per product and scenario.
private struct ProductColumns {
  var perBindingDay: [Double] = []
  var targetDays: [Double] = []
  var restockRate: [Double] = []
  var orderCap: [Double] = []
  var storedStep: [Double] = []

  /// Whether two models have the same values by product.
  static func areAlike(_ a: ModelParameters, _ b: ModelParameters) -> Bool {
    a.inventoryDays == b.inventoryDays && a.restockDays == b.restockDays && a.psi == b.psi
      && a.restockCap == b.restockCap && a.step == b.step && a.preset == b.preset
  }

  mutating func append(_ model: ModelParameters, product: Int) {
    var days = model.inventoryDays[product]
    guard days.isFinite else {
      perBindingDay.append(0)
      targetDays.append(0)
      restockRate.append(0)
      orderCap.append(BatchParameters.unlimited)
      storedStep.append(0)
      return
    }
    // The reference family takes an inventory of one day or less as two.
    if model.preset == .ario, days <= 1 { days = 2 }
    // A day's use is delivered once a step: less than that in stock would stop its user for ever.
    days = max(days, model.step)
    perBindingDay.append(1 / max(model.psi[product] * days, model.step))
    targetDays.append(days)
    // With varieties a refill never takes longer than the stock lasts.
    let restock =
      model.preset == .sonae
      ? min(model.restockDays[product], days) : model.restockDays[product]
    restockRate.append(1 / restock)
    orderCap.append(BatchParameters.cap(model.restockCap))
    storedStep.append(model.step)
  }
}
