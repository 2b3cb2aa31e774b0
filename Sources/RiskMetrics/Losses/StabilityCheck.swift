package import Scenarios

/// Settings under which the adaptive inventory family can collapse for ever after a small shock
/// (MODEL.md section 4, stability).
package enum StabilityCheck {
  /// A risky setting of one sector's product.
  package enum Risk: Sendable, Hashable {
    /// n·(1 − ψ) is under about 3 days.
    case thinBuffer(sector: Int, days: Double)
    /// The inventory target is shorter than the restocking time.
    case slowRestocking(sector: Int, inventory: Double, restock: Double)
  }

  /// Risky settings of products that can bind for any user, by sector.
  package static func risks(of model: ModelParameters) -> [Risk] {
    let products = model.inventoryDays.count
    return (0..<products).flatMap { p -> [Risk] in
      let days = model.inventoryDays[p]
      let binds = model.tableCriticality[p * products..<(p + 1) * products].contains { $0 > 0 }
      guard days.isFinite, binds else { return [] }
      var risks: [Risk] = []
      let buffer = days * (1 - model.psi[p])
      if buffer < 3 { risks.append(.thinBuffer(sector: p, days: buffer)) }
      if days < model.restockDays[p] {
        risks.append(
          .slowRestocking(sector: p, inventory: days, restock: model.restockDays[p]))
      }
      return risks
    }
  }
}
