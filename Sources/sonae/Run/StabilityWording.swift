import Diagnostics
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios

/// Stability warnings in words.
enum StabilityWording {
  /// What is risky in any of the models, each sentence once.
  static func sentences(_ models: [ModelParameters], table: InputOutputTable) -> [Bilingual] {
    var seen: Set<Bilingual> = []
    return models.flatMap { sentences($0, table: table) }.filter { seen.insert($0).inserted }
  }

  /// A sentence for each kind and size of risk, the products that share it named together.
  private static func sentences(
    _ model: ModelParameters, table: InputOutputTable
  ) -> [Bilingual] {
    if model.variety != nil { return essential(model) }
    guard model.preset == .pooled else { return [] }
    let risks = StabilityCheck.risks(of: model)
    var groups: [(risk: StabilityCheck.Risk, codes: [String])] = []
    for risk in risks {
      let code = table.sectors[risk.sector].code
      if let known = groups.firstIndex(where: { $0.risk.isAlike(risk) }) {
        groups[known].codes.append(code)
      } else {
        groups.append((risk, [code]))
      }
    }
    return groups.map { sentence($0.risk, $0.codes.joined(separator: ", ")) }
  }

  /// Essential inputs of one sector above which lost varieties multiply beyond the evidence.
  private static let mostEssential = 10

  private static func essential(_ model: ModelParameters) -> [Bilingual] {
    let products = model.inventoryDays.count
    let most =
      (0..<products).map { user in
        (0..<products).count {
          model.variety?.reach[$0] ?? 0 > 0 && model.tableCriticality[$0 * products + user] == 1
        }
      }.max() ?? 0
    guard most > mostEssential else { return [] }
    return [
      Bilingual(
        "A sector has \(most) essential inputs with varieties: losses of them multiply, and a broad ban reads far too large. Name fewer in `model.table criticality`.",
        "不可欠な投入（品種あり）が\(most)品目の部門がある。損失が掛け合わされ、広い禁輸では過大となる。`model.table criticality`で絞ること。"
      )
    ]
  }

  private static func sentence(_ risk: StabilityCheck.Risk, _ codes: String) -> Bilingual {
    switch risk {
    case .thinBuffer(_, let days):
      let days = Unit.digits(of: days)
      return Bilingual(
        "Products \(codes): inventories above the binding level last \(days) days, under 3; the model can collapse. Set a longer `model.inventory` or a lower `model.psi` for them.",
        "品目\(codes)：制約水準を上回る在庫が\(days)日分（3日未満）で、モデルが崩壊する恐れ。`model.inventory`を長く、または`model.psi`を低く設定のこと。"
      )
    case .slowRestocking(_, let inventory, let restock):
      let (inventory, restock) = (Unit.digits(of: inventory), Unit.digits(of: restock))
      return Bilingual(
        "Products \(codes): inventories of \(inventory) days are restocked over \(restock) days; the model can collapse. Set `model.restock` no longer than `model.inventory`.",
        "品目\(codes)：在庫\(inventory)日に対し補充期間\(restock)日で、モデルが崩壊する恐れ。`model.restock`を`model.inventory`以下に設定のこと。"
      )
    }
  }
}

extension StabilityCheck.Risk {
  fileprivate var sector: Int {
    switch self {
    case .thinBuffer(let sector, _), .slowRestocking(let sector, _, _): sector
    }
  }

  /// Whether another risk has the same kind and numbers.
  fileprivate func isAlike(_ other: StabilityCheck.Risk) -> Bool {
    switch (self, other) {
    case (.thinBuffer(_, let a), .thinBuffer(_, let b)): a == b
    case (.slowRestocking(_, let a, let c), .slowRestocking(_, let b, let d)): a == b && c == d
    default: false
    }
  }
}
