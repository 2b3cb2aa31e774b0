package import Commodities
package import Diagnostics
import Quantities

/// Lost production capacity, a share of it: of producers in the table, or at a commodity's origins.
package struct Capacity: Lever {
  /// Whose capacity.
  package enum Place: Sendable, Hashable {
    /// Producers of the table, in its order; of losses at a time the largest counts. Measured: output was
    /// seen to fall by so much, shortages of inputs included.
    case nodes([Int], isMeasured: Bool = false)
    /// Origins of a commodity, which is an index into the catalogue; what losses leave multiplies.
    case origins([Partner], commodity: Int, stage: StageChoice = .last)
  }

  /// Whose capacity.
  package let place: Place
  /// Lost share, 0 to 1.
  package let by: Double
  /// When.
  package let window: Window

  /// Makes a loss.
  package init(_ place: Place, by: Double, window: Window) {
    self.place = place
    self.by = by
    self.window = window
  }

  /// Makes a loss of producers of the table.
  package init(nodes: [Int], by: Double, window: Window) {
    self.init(.nodes(nodes), by: by, window: window)
  }

  package func effects(in context: LeverContext) -> [Effect] {
    switch place {
    case .nodes(let nodes, let isMeasured):
      [
        .cap(
          .nodes(
            NodeLoss(
              nodes: nodes, share: by, kind: .capacity(isMeasured: isMeasured), window: window)))
      ]
    case .origins(let origins, let commodity, let stage):
      {
        let (before, last) = stage.stages(of: commodity, in: context)
        return ((last ? [nil] : []) + before.map(Optional.some)).map { stage in
          .cap(
            .origins(
              OriginLoss(
                commodity: commodity, stage: stage, origins: origins, share: by, window: window)))
        }
      }()
    }
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard case .origins(let origins, index, .last) = place else { return [] }
    let names = origins.map { $0.code }.joined(separator: ", ")
    let share = NumberFormat.brief(by, as: .percent)
    return [
      Bilingual(
        "\(commodity.name): \(names) can ship \(share) less to every buyer, users at home among them; buyers share what is left in proportion to what they ask for, and the spare capacity of what is lost is lost with it.",
        "\(commodity.nameJa)：\(names)の供給能力が\(share)減る（国内向けを含む全ての買い手）。残りは注文に比例して配分し、失われた能力の増産余力も失われる。"
      )
    ]
  }
}

extension Capacity: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "capacity", .group, example: "{nodes: [JPN.34t35], by: 30%, for: 30 days}",
    "capacity is lost: of producers in the table, or at a commodity's origins",
    "能力の喪失。経済表の生産者、または物資の供給元")

  static let keys =
    [
      Key.nodes.unless("commodity", "origins"),
      Key.commodity.unless("nodes"),
      Key(
        "origins", .names(.origin), .required, unless: ["nodes"], example: "[IRQ, KWT]",
        "countries or groups from which the commodity comes", "物資の供給元の国またはグループ"),
      Key(
        "by", .quantity([.share]), .required, in: .share, example: "30%",
        "share of capacity that is lost; of overlapping losses producers take the largest, at origins what they leave multiplies",
        "失われる能力の割合。重なるとき、生産者では最大をとり、供給元では残る割合を掛け合わせる"),
      Key(
        "measured", .flag, .standard("false"), example: "true",
        "whether the fall was observed and so holds the producers' own shortages of inputs: they then count only what other shocks take; preset sonae, producers of the table",
        "観測された減少で、生産者自身の投入不足を既に含むか。含むときは他のショックによる不足だけを数える(sonae、経済表の生産者のみ)"),
      StageChoice.key.unless("nodes"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let place = Place(group, &reader)
    let by = reader.number(group["by"])
    let window = reader.window(group)
    guard let place, let by, let window else { return nil }
    self.init(place, by: by, window: window)
  }
}

extension Capacity.Place {
  fileprivate init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let nodes = reader.nodes(group["nodes"])
    let isMeasured = reader.flag(group["measured"]) ?? false
    if reader.preset != .sonae {
      reader.remark(group["measured"], isIdleBy: "preset: \(reader.preset.rawValue)")
    } else if group["nodes"] == nil {
      reader.remark(group["measured"], isIdleBy: "origins")
    }
    let commodity = reader.commodity(group["commodity"])
    let origins = reader.origins(group["origins"], of: commodity)
    let stage = StageChoice.read(group, of: commodity.map { [.commodity($0)] }, &reader)
    switch (nodes, origins, commodity, stage) {
    case (let nodes?, nil, nil, _): self = .nodes(nodes, isMeasured: isMeasured)
    case (nil, let origins?, let commodity?, let stage?):
      self = .origins(origins, commodity: commodity, stage: stage)
    default: return nil
    }
  }
}
