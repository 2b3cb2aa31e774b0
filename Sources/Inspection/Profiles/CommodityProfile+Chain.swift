import Commodities
import Quantities
import Reporting

// The stages before importers buy a commodity.
extension CommodityProfile {
  mutating func writeChain() {
    let chain = commodity.chain
    guard !chain.isEmpty else { return }
    head("Stages before importers buy it", "輸入国が買う前の段階")
    for (index, stage) in chain.stages.enumerated() {
      add(say(stage.name, "\(stage.nameJa)（\(stage.name)）"))
      if index > 0 { writeNeeds(of: stage, after: chain.stages[index - 1]) }
      guard index < chain.stages.count - 1 else { continue }
      let links = chain.links.filter { $0.stage == index }
      for buyer in Set(links.map(\.buyer)).sorted() {
        let own = links.filter { $0.buyer == buyer }
          .sorted { ($0.share.value ?? 0, $1.seller) > ($1.share.value ?? 0, $0.seller) }
        let shares = own.prefix(6).map {
          "\($0.seller) \(NumberFormat.brief($0.share.value ?? 0, as: .percent))"
        }
        let source = own.first.map { ", " + cite($0.share) } ?? ""
        let maker = say("makers in \(buyer) buy of", "\(buyer)の生産者の調達先")
        add("\(maker): \(shares.joined(separator: ", "))\(source)", indent: 4)
      }
    }
    for importer in commodity.importers where !importer.origins.isEmpty {
      let makers = Set(chain.links.map(\.seller)).subtracting(["OTHER", importer.code])
      let parts = makers.map { ($0, commodity.lookThrough(on: $0, for: importer)) }
        .filter { $0.1 >= 0.005 }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      guard !parts.isEmpty else { continue }
      let shares = parts.prefix(6).map { "\($0.0) \(NumberFormat.brief($0.1, as: .percent))" }
      add(
        say("through all stages, \(importer.code) depends on", "全段階を通じた\(importer.code)の依存先")
          + ": \(shares.joined(separator: ", "))")
    }
  }

  private mutating func writeNeeds(
    of stage: Commodity.Chain.Stage, after before: Commodity.Chain.Stage
  ) {
    guard let yield = stage.yield else { return }
    let days = cite(stage.stockDays)
    add(
      say(
        "of a unit of \(before.name): \(amount(yield)), \(cite(yield)); in store \(amount(stage.stockDays)) of use, \(days), of which \(amount(stage.minimumDays)) are the least",
        "\(before.nameJa)1単位から\(amount(yield))、\(cite(yield))。在庫は使用量の\(amount(stage.stockDays))、\(days)、うち最低\(amount(stage.minimumDays))"
      ), indent: 4)
  }
}
