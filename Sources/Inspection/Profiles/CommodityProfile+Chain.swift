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
      for input in stage.inputs { writeNeed(of: input, chain.stages[input.stage]) }
      if stage.inputs.count > 1 {
        add(
          say(
            "all of them are needed: the scarcest limits what is made",
            "全ての投入が必要で、最も不足するものが生産量を決める"), indent: 4)
      }
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

  private mutating func writeNeed(
    of input: Commodity.Chain.Input, _ before: Commodity.Chain.Stage
  ) {
    let days = cite(input.stockDays)
    add(
      say(
        "of a unit of \(before.name): \(amount(input.yield)), \(cite(input.yield)); in store \(amount(input.stockDays)) of use, \(days), of which \(amount(input.minimumDays)) are the least",
        "\(before.nameJa)1単位から\(amount(input.yield))、\(cite(input.yield))。在庫は使用量の\(amount(input.stockDays))、\(days)、うち最低\(amount(input.minimumDays))"
      ), indent: 4)
    guard let share = input.share else { return }
    add(
      say(
        "\(before.name) is \(amount(share)) of the value of the inputs, \(cite(share))",
        "\(before.nameJa)は投入額の\(amount(share))、\(cite(share))"), indent: 4)
  }
}
