import Diagnostics
import InputOutputTables
import RiskMetrics
import Scenarios

/// Stability warnings in words.
enum StabilityWording {
  static func sentences(_ model: ModelParameters, table: InputOutputTable) -> [Bilingual] {
    guard model.preset == .sonae else { return [] }
    return StabilityCheck.risks(of: model).map { risk in
      switch risk {
      case .thinBuffer(let sector, let days):
        let code = table.sectors[sector].code
        return Bilingual(
          "Product \(code): inventories above the binding level last \(days) days, under 3; the model can collapse. Set a longer `model.inventory` or a lower `model.psi` for it.",
          "品目\(code)：制約水準を上回る在庫が\(days)日分（3日未満）で、モデルが崩壊する恐れ。`model.inventory`を長く、または`model.psi`を低く設定のこと。"
        )
      case .slowRestocking(let sector, let inventory, let restock):
        let code = table.sectors[sector].code
        return Bilingual(
          "Product \(code): inventories of \(inventory) days are restocked over \(restock) days; the model can collapse. Set `model.restock` no longer than `model.inventory`.",
          "品目\(code)：在庫\(inventory)日に対し補充期間\(restock)日で、モデルが崩壊する恐れ。`model.restock`を`model.inventory`以下に設定のこと。"
        )
      }
    }
  }
}
