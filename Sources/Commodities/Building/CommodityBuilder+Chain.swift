import Diagnostics
import Quantities

// The stages before importers buy a commodity: stages.csv and links.csv.
extension CommodityBuilder {
  /// Reads the chain; empty where neither file is there.
  mutating func readChain(_ importers: [Commodity.Importer]) -> Commodity.Chain {
    let stages = readStages()
    let drafts = readLinks(among: stages.map { $0.name })
    var links: [Commodity.Chain.Link] = []
    var sellers = [Set<String>](repeating: [], count: max(1, stages.count))
    sellers[sellers.count - 1] = Set(importers.flatMap { $0.origins.map { $0.origin } })
    // From the last stage to the first: who sells at one is who buys of those that it is made of.
    for stage in stages.indices.dropLast().reversed() {
      let makers = stages.indices.filter { stages[$0].inputs.contains { $0.stage == stage } }
      let buyers = makers.reduce(into: Set()) { $0.formUnion(sellers[$1]) }
      let own = self.links(of: stage, drafts, buyers: buyers.subtracting([Self.otherOrigin]))
      let name = stages[stage].name
      if own.isEmpty, !buyers.isEmpty,
        let row = rows(.stages).first(where: { $0["stage"] == name })
      {
        log(.brokenChain(name), row.place("stage"))
      }
      sellers[stage] = Set(own.map { $0.seller })
      links += own
    }
    return Commodity.Chain(stages: stages, links: links)
  }

  private struct LinkDraft {
    let row: CommodityRow
    let stage: Int
    var figures: [LinkMeasure: Figure] = [:]
    var buyer: String { row["buyer"] }
    var seller: String { row["seller"] }
  }

  /// Reads links.csv.
  private mutating func readLinks(among stages: [String]) -> [LinkDraft] {
    var drafts: [LinkDraft] = []
    for row in rows(.links) {
      guard let stage = stages.firstIndex(of: row["stage"]) else {
        log(.unknown(.stage, row["stage"], known: stages.dropLast()), row.place("stage"))
        continue
      }
      if stage == stages.count - 1 { log(.linkOfLastStage(row["stage"]), row.place("stage")) }
      let isBuyer = row["buyer"] == Self.everyImporter
      guard isBuyer || reader.code(row["buyer"], at: row.place("buyer")) != nil,
        reader.code(row["seller"], at: row.place("seller")) != nil,
        let measure = reader.word(row, "measure", .measure, LinkMeasure.self)
      else { continue }
      let figure =
        measure == .share
        ? reader.value(row, .share, within: 0...1, as: "the share of a seller")
        : reader.figure(row, .days, within: 0...1000, for: row["buyer"])
      let index =
        drafts.firstIndex {
          $0.stage == stage && $0.buyer == row["buyer"] && $0.seller == row["seller"]
        } ?? drafts.count
      if index == drafts.count { drafts.append(LinkDraft(row: row, stage: stage)) }
      drafts[index].figures[measure] = figure
    }
    check(drafts)
    return drafts
  }

  private mutating func check(_ drafts: [LinkDraft]) {
    for draft in drafts where draft.figures[.share] == nil {
      guard draft.figures[.travelDays] != nil else { continue }
      log(
        .incomplete("\(draft.buyer), \(draft.seller)", measure: LinkMeasure.share.rawValue),
        draft.row.place("measure"))
    }
    for last in drafts.indices {
      let draft = drafts[last]
      let own = drafts.filter { $0.stage == draft.stage && $0.buyer == draft.buyer }
      guard own.last?.seller == draft.seller else { continue }
      let sum = own.reduce(0) { $0 + ($1.figures[.share]?.value ?? 0) }
      guard sum > 1 + 1e-3 else { continue }
      log(.linkShares(buyer: draft.buyer, percent: percent(sum)), draft.row.place("value"))
    }
  }

  /// Links of the makers that buy at a stage: their own rows, or those of every other.
  private func links(
    of stage: Int, _ drafts: [LinkDraft], buyers: Set<String>
  ) -> [Commodity.Chain.Link] {
    let all = drafts.filter { $0.stage == stage }
    return buyers.sorted().flatMap { buyer in
      let own = all.filter { $0.buyer == buyer }
      let used = own.isEmpty ? all.filter { $0.buyer == Self.everyImporter } : own
      let links = used.compactMap { draft in
        draft.figures[.share].map {
          Commodity.Chain.Link(
            stage: stage, buyer: buyer, seller: draft.seller, share: $0,
            travelDays: draft.figures[.travelDays])
        }
      }
      let rest = 1 - links.reduce(0) { $0 + ($1.share.value ?? 0) }
      guard let first = links.first, rest > 1e-12 else { return links }
      // What the rows leave of the whole comes from sellers of whom nothing is known.
      let share = Figure(
        value: rest, unit: "share", year: first.share.year, basis: first.share.basis,
        source: first.share.source, confidence: first.share.confidence,
        note: "what the rows of links.csv leave of the whole")
      return links.filter { $0.seller != Self.otherOrigin } + [
        Commodity.Chain.Link(
          stage: stage, buyer: buyer, seller: Self.otherOrigin,
          share: links.first { $0.seller == Self.otherOrigin }.map { other in
            Figure(
              value: rest + (other.share.value ?? 0), unit: "share", year: other.share.year,
              basis: other.share.basis, source: other.share.source,
              confidence: other.share.confidence)
          } ?? share, travelDays: nil)
      ]
    }
  }
}
