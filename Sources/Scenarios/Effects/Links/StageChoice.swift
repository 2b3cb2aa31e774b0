import Commodities
import Diagnostics

/// At which stages of a commodity's chain something acts (LEVERS.md A).
package enum StageChoice: Sendable, Hashable {
  /// The last, at which importers buy.
  case last
  /// One before it: its index in the chain.
  case one(Int)
  /// Every one.
  case all

  /// The one before the last; nil: another choice.
  package var before: Int? { if case .one(let stage) = self { stage } else { nil } }

  /// The stages before the last, and whether the last is among them.
  package func stages(of commodity: Int, in context: LeverContext) -> (before: [Int], last: Bool) {
    switch self {
    case .last: ([], true)
    case .one(let stage): ([stage], false)
    case .all: (Array(context.commodities[commodity].chain.stages.indices.dropLast()), true)
    }
  }

  /// Links of a product at the stages.
  package func links(
    of product: Product, from exporter: Partner, into importer: Partner?, in context: LeverContext
  ) -> [LinkSet] {
    let direct = LinkSet.trade(product, exporter: exporter, importer: importer)
    guard let commodity = product.commodity, self != .last else { return [direct] }
    let (before, last) = stages(of: commodity, in: context)
    let named = context.commodities[commodity]
    let exporters = named.members(of: exporter.code)
    // Of all stages those at which the exporter sells there.
    let sold = before.filter { stage in
      named.chain.links.contains {
        $0.stage == stage && exporters.contains($0.seller)
          && (importer.map { $0.code } ?? $0.buyer) == $0.buyer
      }
    }
    return (last ? [direct] : [])
      + (self == .all ? sold : before).map {
        .stage($0, of: commodity, exporter: exporter, importer: importer)
      }
  }
}

extension StageChoice {
  static let key = Key(
    "stage", .name(.stage), .standard("last"), words: ["last", "all"], example: "oxide",
    "stage of the commodity's chain that is sold: the last is what importers buy; `sonae explain NAME` shows a chain",
    "連鎖のどの段階の取引か。`last` は輸入国が買う最終段階。連鎖は `sonae explain 名称` で見られます")

  /// Whether listed buyers may be named: importers buy at the last stage.
  func fits(_ listed: ScenarioReader.Field?, _ reader: inout ScenarioReader) -> Bool {
    guard self != .last, let listed else { return true }
    reader.report(ScenarioProblem.Combination.listedOfStage, at: listed.place)
    return false
  }

  /// Reads it; `products` are what it is a stage of.
  static func read(
    _ group: ScenarioReader.Group, of products: [Product]?, _ reader: inout ScenarioReader
  ) -> StageChoice? {
    guard let field = group["stage"] else { return .last }
    if field.node.text == "last" { return .last }
    guard let products else { return nil }
    guard products.count == 1, let commodity = products[0].commodity else {
      reader.report(ScenarioProblem.Combination.stageOfSeveral, at: field.place)
      return nil
    }
    return reader.name(field) { names, text throws(ScenarioProblem.Name) in
      try names.stage(text, of: commodity)
    }
  }
}
