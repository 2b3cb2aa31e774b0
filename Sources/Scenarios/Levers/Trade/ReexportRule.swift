import Diagnostics
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
  /// Third sellers.
  package let sellers: [Seller]
  /// When.
  package let window: Window

  /// Makes a rule.
  package init(
    origin: Partner, importer: Partner?, commodities: [Int], threshold: Double,
    compliance: Double, isPooled: Bool, sellers: [Seller], window: Window
  ) {
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

  package func effects(in context: LeverContext) -> [Effect] {
    commodities.flatMap { commodity in
      sellers.filter { $0.content > threshold }.map { seller in
        .open(
          Blockage(
            links: .trade(.commodity(commodity), exporter: seller.seller, importer: importer),
            share: blocked(seller), window: window))
      }
    }
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
        "content", .amounts(.partner, [.share]), .required, in: .share,
        example: "{VNM: 50%, MYS: 30%}",
        "third sellers and the origin's share in what they sell; no public figure is known, so it is stated",
        "第三国の売り手と、その販売に占める原産国分の割合。公表値はなく、指定する"),
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
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let origin = reader.partner(group["origin"])
    let importer = reader.importer(group["importer"])
    let commodities = reader.commodities(group["products"])
    let content = reader.partnerAmounts(group["content"])
    let threshold = reader.number(group["threshold"])
    let compliance = reader.number(group["compliance"])
    let tracing: Tracing? = reader.choice(group["tracing"])
    let window = reader.window(group)
    guard let origin, let commodities, let content, let threshold, let compliance, let tracing,
      let window, group["importer"] == nil || importer != nil
    else { return nil }
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
      compliance: compliance, isPooled: tracing == .pooled, sellers: sellers, window: window)
  }
}
