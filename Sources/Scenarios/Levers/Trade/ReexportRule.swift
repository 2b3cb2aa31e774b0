package import Commodities
package import Diagnostics
import Quantities

/// A rule that third sellers must not pass on what was made from an origin's material.
package struct ReexportRule: Lever {
  /// A third seller and the origin's content in what it sells.
  package struct Seller: Sendable, Hashable {
    /// The seller.
    package let seller: Partner
    /// Share of what it sells that is the origin's, 0 to 1.
    package let content: Double

    /// Makes a seller.
    package init(seller: Partner, content: Double) {
      self.seller = seller
      self.content = content
    }
  }

  /// Whose material.
  package let origin: Partner
  /// Whom it must not reach; nil: everyone but the seller.
  package let importer: Partner?
  /// Indices into the commodity catalogue.
  package let commodities: [Int]
  /// Content above which the rule holds.
  package let threshold: Double
  /// Share of what it forbids that is obeyed, 0 to 1.
  package let compliance: Double
  /// Whether sellers cannot tell the origin's part from the rest, so that all of it stops.
  package let isPooled: Bool
  /// Third sellers; none: those whose content the commodity's chain tells.
  package let sellers: [Seller]
  /// When.
  package let window: Window
  /// The stage of what third sellers sell.
  package let stage: StageChoice

  /// Makes a rule.
  package init(
    origin: Partner, importer: Partner?, commodities: [Int], threshold: Double,
    compliance: Double, isPooled: Bool, sellers: [Seller], window: Window,
    stage: StageChoice = .last
  ) {
    self.stage = stage
    self.origin = origin
    self.importer = importer
    self.commodities = commodities
    self.threshold = threshold
    self.compliance = compliance
    self.isPooled = isPooled
    self.sellers = sellers
    self.window = window
  }

  /// Share of a seller's trade that the rule stops.
  package func blocked(_ seller: Seller) -> Double {
    guard seller.content > threshold else { return 0 }
    return compliance * (isPooled ? 1 : seller.content)
  }

  /// Sellers of a commodity's stage whose content is above the threshold: of the value where the chain's
  /// stages say what each adds, else of the volume, which is more; what is stopped is a share of the volume.
  package func sellers(of commodity: Commodity, at stage: Int?) -> [Seller] {
    guard sellers.isEmpty else { return sellers.filter { $0.content > threshold } }
    let chain = commodity.chain
    let place = stage ?? chain.stages.count - 1
    let all =
      stage.map { chain.sellers(of: $0) }
      ?? Set(commodity.importers.flatMap { $0.origins.map { $0.origin } }).sorted()
    return all.filter { $0 != origin.code && $0 != importer?.code }.compactMap { seller in
      let content = chain.content(of: origin.code, in: seller, at: place)
      let value = chain.valueContent(of: origin.code, in: seller, at: place)
      guard (value ?? content) > threshold else { return nil }
      return Seller(seller: Partner(code: seller, region: nil), content: content)
    }
  }

  package func effects(in context: LeverContext) -> [Effect] {
    commodities.flatMap { commodity -> [Effect] in
      let (before, last) = stage.stages(of: commodity, in: context)
      return ((last ? [nil] : []) + before.map(Optional.some)).flatMap { stage in
        sellers(of: context.commodities[commodity], at: stage).map { seller in
          let links =
            stage.map {
              LinkSet.stage($0, of: commodity, exporter: seller.seller, importer: importer)
            } ?? .trade(.commodity(commodity), exporter: seller.seller, importer: importer)
          return .open(Blockage(links: links, share: blocked(seller), window: window))
        }
      }
    }
  }

  package func idle(in context: LeverContext) -> Bilingual? {
    let names = commodities.map { context.commodities[$0] }
    return Bilingual(
      "no third seller of \(names.map { "`\($0.name)`" }.joined(separator: ", ")) is known to use what `\(origin.code)` makes; state `content`, or another `stage`",
      "\(names.map { "`\($0.nameJa)`" }.joined(separator: "、"))の第三国の売り手で`\(origin.code)`産を使うと分かるものがありません。`content` か別の `stage` を指定してください"
    )
  }
}

extension ReexportRule: WrittenLever {
  enum Tracing: String, CaseIterable {
    case segregated
    case pooled
  }

  static let list = LeverList.shocks

  static let group = Key(
    "re-export rule", .group,
    example:
      "{origin: CHN, importer: JPN, products: [rare earths], content: {VNM: 50%}}",
    "third sellers must not pass on what an origin's material is in", "再輸出規制(第三国経由の禁止)")

  static let keys =
    [
      Key(
        "origin", .name(.partner), .required, example: "CHN", "whose material is controlled",
        "規制される原産国"),
      Key(
        "importer", .name(.partner), example: "JPN",
        "whom it must not reach; none: every other", "届いてはならない国。なければ他のすべて"),
      Key(
        "products", .names(.commodity), .required, example: "[rare earths]", "commodities",
        "重要物資"),
      Key(
        "content", .amounts(.partner, [.share]), in: .share, example: "{VNM: 50%, MYS: 30%}",
        "third sellers and the origin's share in what they sell; none: what the commodity's chain says, and where it has no chain it must be stated, since no public figure is known",
        "第三国の売り手と、その販売に占める原産国分の割合。なければ物資の連鎖から計算し、連鎖がなければ公表値がないため必須"),
      Key(
        "threshold", .quantity([.share]), .standard("0.1%"), in: .share, example: "0.1%",
        "content above which the rule holds; 0.1% of value in China's Announcement 61 of 2025",
        "規制がかかる含有割合。中国の2025年公告第61号では価額の0.1%"),
      Key(
        "compliance", .quantity([.share]), .standard("70%"), in: .share, example: "70%",
        "share of the forbidden trade that stops; assumed", "禁止が守られる割合。想定値"),
      Key(
        "tracing", .choice, .standard("segregated"), words: KeyTable.words(Tracing.self),
        example: "pooled",
        "segregated: sellers stop the origin's part; pooled: they cannot tell it and stop all",
        "segregated は原産国分だけ、pooled は区別できず全部が止まる"),
      StageChoice.key,
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let origin = reader.partner(group["origin"])
    let importer = reader.importer(group["importer"])
    let commodities = reader.commodities(group["products"])
    let content = group["content"] == nil ? [] : reader.partnerAmounts(group["content"])
    let threshold = reader.number(group["threshold"])
    let compliance = reader.number(group["compliance"])
    let tracing: Tracing? = reader.choice(group["tracing"])
    let window = reader.window(group)
    let stage = StageChoice.read(
      group, of: commodities.map { $0.map { .commodity($0) } }, &reader)
    guard let origin, let commodities, let content, let threshold, let compliance, let tracing,
      let window, let stage, group["importer"] == nil || importer != nil
    else { return nil }
    if group["content"] == nil, let names = reader.names,
      let unknown = commodities.first(where: { names.stages[$0].codes.isEmpty })
    {
      reader.report(
        ScenarioProblem.Combination.contentUnknown(names.commodities.codes[unknown]),
        at: group.place)
      return nil
    }
    let sellers = content.map { Seller(seller: $0.name, content: $0.amount) }
    if let field = group["content"] {
      for seller in sellers where seller.seller == origin || seller.seller == importer {
        reader.report(
          ScenarioProblem.Combination.sameTwice(
            "content", seller.seller == origin ? "origin" : "importer", name: seller.seller.code),
          at: field.place)
        return nil
      }
      for seller in sellers where seller.content <= threshold {
        reader.warn(
          ScenarioProblem.Remark.noEffect(
            "shocks[].re-export rule.content.\(seller.seller.code)",
            because: "threshold: \(NumberFormat.brief(threshold, as: .percent))"), at: field.place)
      }
    }
    self.init(
      origin: origin, importer: importer, commodities: commodities, threshold: threshold,
      compliance: compliance, isPooled: tracing == .pooled, sellers: sellers, window: window,
      stage: stage)
  }
}
