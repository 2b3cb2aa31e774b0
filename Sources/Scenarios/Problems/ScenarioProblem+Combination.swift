package import Diagnostics
internal import InputOutputTables

extension ScenarioProblem {
  /// Values that do not go together.
  package enum Combination: WordedProblem, Hashable {
    /// Shares that do not add up to 100%.
    case notWhole(key: String, sum: String)
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

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .notWhole(let key, let sum):
        Wording(
          "not-the-whole", en: "the shares of `\(key)` add up to \(sum), not 100%",
          ja: "`\(key)` の割合の合計は \(sum) です。100% にしてください")
      case .sameTwice(let one, let other, let name):
        Wording(
          "same-twice", en: "`\(one)` and `\(other)` are both `\(name)`",
          ja: "`\(one)` と `\(other)` がどちらも `\(name)` です")
      case .notAvailableFor(let key, let name):
        Wording(
          "not-this-partner", en: "`\(key)` cannot be the group `\(name)`",
          ja: "`\(key)` にグループ `\(name)` は使えません",
          helpEn: "name a country or region", helpJa: "国または地域を書いてください")
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
