package import Diagnostics
internal import InputOutputTables

extension ScenarioProblem {
  /// Values that do not go together.
  package enum Combination: WordedProblem, Hashable {
    /// Shares that do not add up to 100%.
    case notWhole(key: String, sum: String)
    /// Shares that add up to more than 100%.
    case moreThanAll(key: String, sum: String)
    /// A drawn event without a seed.
    case needsSeed
    /// Measures against the use of oil on another commodity.
    case menuOfOil
    /// Exporter and importer, or origin and target, are the same.
    case sameTwice(String, String, name: String)
    /// A group or rest that a region cannot be.
    case notAvailableFor(key: String, name: String)
    /// A key that a variant must not change.
    case fixedInVariants(String)
    /// A reach between 0 and 1.
    case convexReach(String)
    /// Varieties of a product whose inventory is unlimited.
    case reachWithoutStock(String)
    /// A partner that is not among the members.
    case noMember(String)
    /// Listed buyers of no importer.
    case listedOfNobody
    /// Resale where listed shares differ by sector.
    case resaleBySector
    /// Listed sectors of trade in the table.
    case listedBySector
    /// Listed buyers that are more than all.
    case listedTwice(String, sum: String)
    /// A premium at which cover is withdrawn that is not above the usual one.
    case premiumOrder
    /// A member without a weight where weights are stated.
    case memberLeftOut(String, key: String)
    /// A re-export rule on a commodity without a chain, and no content.
    case contentUnknown(String)
    /// Listed buyers of a stage before the last.
    case listedOfStage
    /// A stage of several products, or of a sector.
    case stageOfSeveral
    /// Those who are named are served first, and nobody is named.
    case nobodyNamed
    /// A word other than `named first` with names.
    case namesNobody(String)
    /// A project at every stage.
    case projectOfStages
    /// A coordinated release without a rate.
    case coordinatedWithoutRate(String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .notWhole(let key, let sum):
        Wording(
          "not-the-whole", en: "the shares of `\(key)` add up to \(sum), not 100%",
          ja: "`\(key)` の割合の合計は \(sum) です。100% にしてください")
      case .moreThanAll(let key, let sum):
        Wording(
          "more-than-all", en: "the shares of `\(key)` add up to \(sum), more than 100%",
          ja: "`\(key)` の割合の合計は \(sum) で、100% を超えます")
      case .needsSeed:
        Wording(
          "needs-seed", en: "what is drawn needs a seed", ja: "抽選には種(seed)が必要です",
          helpEn: "write `seed: 1`, or `mode: expected`",
          helpJa: "`seed: 1` を書くか、`mode: expected` としてください")
      case .contentUnknown(let name):
        Wording(
          "content-unknown",
          en: "`\(name)` has no chain that tells what its sellers' goods contain",
          ja: "`\(name)` には連鎖がなく、売り手の含有割合がわかりません",
          helpEn: "add `content: {VNM: 50%}` with each third seller",
          helpJa: "`content: {VNM: 50%}` のように第三国の売り手ごとに書いてください")
      case .listedOfStage:
        Wording(
          "listed-of-stage", en: "`listed` buyers are known at the last stage only",
          ja: "`listed` は最終段階にだけ使えます",
          helpEn: "leave out `stage`, or `listed`", helpJa: "`stage` か `listed` を削ってください")
      case .stageOfSeveral:
        Wording(
          "stage-of-several", en: "a `stage` needs one commodity",
          ja: "`stage` には物資を1つだけ書いてください",
          helpEn: "write an entry for each commodity; sectors of the table have no stages",
          helpJa: "物資ごとに項目を分けてください。経済表の部門に段階はありません")
      case .nobodyNamed:
        Wording(
          "nobody-named", en: "`named first` needs someone to name",
          ja: "`named first` には対象の指定が必要です",
          helpEn: "write `rationing: {named first: [N, JPN]}` with sectors and regions",
          helpJa: "`rationing: {named first: [N, JPN]}` のように部門と地域を書いてください")
      case .namesNobody(let word):
        Wording(
          "names-nobody", en: "under `rationing` names follow `named first` alone, not `\(word)`",
          ja: "`rationing` で対象を書けるのは `named first` だけです(`\(word)`)",
          helpEn: "write `rationing: {named first: [N, JPN]}`, or a word alone",
          helpJa: "`rationing: {named first: [N, JPN]}` とするか、語だけを書いてください")
      case .projectOfStages:
        Wording(
          "project-of-stages", en: "a project makes one stage of a chain, not all",
          ja: "事業は連鎖の1つの段階をつくるもので、全段階は指定できません",
          helpEn: "write an entry for each stage, each with its own `capacity`",
          helpJa: "段階ごとに項目を分け、それぞれに `capacity` を書いてください")
      case .menuOfOil:
        Wording(
          "menu-of-oil", en: "these measures save oil, and nothing else",
          ja: "この抑制策は石油にのみ効きます",
          helpEn: "write `by` with a share instead", helpJa: "代わりに `by` で割合を書いてください")
      case .sameTwice(let one, let other, let name):
        Wording(
          "same-twice", en: "`\(one)` and `\(other)` are both `\(name)`",
          ja: "`\(one)` と `\(other)` がどちらも `\(name)` です")
      case .notAvailableFor(let key, let name):
        Wording(
          "not-this-partner", en: "`\(key)` cannot be the group `\(name)`",
          ja: "`\(key)` にグループ `\(name)` は使えません",
          helpEn: "name a country or region", helpJa: "国または地域を書いてください")
      case .noMember(let name):
        Wording(
          "no-member", en: "`\(name)` is not among the `members`",
          ja: "`\(name)` は `members` に含まれていません",
          helpEn: "add it to `members`, or leave it out here",
          helpJa: "`members` に加えるか、ここから削ってください")
      case .memberLeftOut(let name, let key):
        Wording(
          "member-left-out", en: "`\(key)` has no weight for the member `\(name)`",
          ja: "`\(key)` に参加国 `\(name)` の重みがありません",
          helpEn: "give every member one; 0 leaves it out", helpJa: "参加国すべてに書いてください。0 なら対象外です")
      case .coordinatedWithoutRate(let rate):
        Wording(
          "coordinated-without-rate", en: "a coordinated release needs a `rate`",
          ja: "協調放出には `rate` が必要です",
          helpEn:
            "the whole volume over 120 days would be `rate: \(rate)`; members share it as they share the volume",
          helpJa: "全量を120日で放出するなら `rate: \(rate)` です。各国は量と同じ比で分担します")
      case .listedOfNobody:
        Wording(
          "listed-of-nobody", en: "`listed` needs an `importer`",
          ja: "`listed` には `importer` が必要です",
          helpEn: "say whose buyers are listed", helpJa: "どの国の需要者かを書いてください")
      case .resaleBySector:
        Wording(
          "resale-by-sector", en: "`resale` goes with one `listed` share of all use",
          ja: "`resale` は `listed` が一つの割合のときにだけ使えます",
          helpEn: "write `listed: 10%`, or leave `resale` out",
          helpJa: "`listed: 10%` のように書くか、`resale` を削ってください")
      case .listedBySector:
        Wording(
          "listed-by-sector",
          en:
            "`listed` by sector is for commodities: the table does not know who buys a sector's product",
          ja: "部門別の `listed` は重要物資にだけ使えます",
          helpEn: "write one share, such as `listed: 10%`",
          helpJa: "`listed: 10%` のように一つの割合で書いてください")
      case .listedTwice(let name, let sum):
        Wording(
          "listed-twice", en: "listed buyers of `\(name)` add up to \(sum) of its use",
          ja: "`\(name)` の掲載需要者の合計が使用量の \(sum) になります",
          helpEn: "different lists are different buyers; write the same share for the same list",
          helpJa: "異なる割合は異なる需要者とみなします。同じリストには同じ割合を書いてください")
      case .premiumOrder:
        Wording(
          "premium-order", en: "`withdrawn at` is not above `normal`",
          ja: "`withdrawn at` は `normal` より大きくしてください")
      case .fixedInVariants(let key):
        Wording(
          "fixed-in-variants", en: "a variant cannot change `\(key)`",
          ja: "変更版で `\(key)` は変えられません")
      case .convexReach(let text):
        Wording(
          "convex-reach", en: "a reach of `\(text)` lies between 0 and 1",
          ja: "波及度 `\(text)` は 0 と 1 の間です",
          helpEn:
            "1 is proportional, more than 1 is less than a whole product; 0 turns varieties off",
          helpJa: "1 は比例、1 より大きい値は品種の損失が広く効くことを表し、0 は品種を考えません")
      case .reachWithoutStock(let product):
        Wording(
          "reach-without-stock",
          en: "`\(product)` has an unlimited inventory: its varieties cannot be short",
          ja: "`\(product)` の在庫は無制限で、品種が不足することはありません",
          helpEn: "set `model.inventory` of it in days, or its `model.variety` to 0",
          helpJa: "`model.inventory` を日数で指定するか、`model.variety` を 0 にしてください")
      }
    }
  }
}
