import Diagnostics

extension CommodityProblem {
  /// Problems of a price that follows another commodity's.
  var linkWording: Diagnostics.Wording? {
    switch self {
    case .linkedTwice(let leader, let isItself):
      Diagnostics.Wording(
        "linked-twice",
        en: isItself
          ? "the price follows `\(leader)`, itself"
          : "the price follows `\(leader)`, and a demand elasticity gives it a market of its own",
        ja: isItself
          ? "価格が自分自身 `\(leader)` に連動しています"
          : "価格が `\(leader)` に連動し、かつ需要の弾力性で自らの市場を持ちます",
        helpEn:
          "name another commodity, or take out one of the two: leave the elasticity `missing`, or drop the `link` rows",
        helpJa: "別の物資を指定するか、弾力性を `missing` にする、または `link` の行を除いてください")
    case .unknownLeader(let leader, let name, let known):
      Diagnostics.Wording(
        "unknown-leader",
        en: "the price of `\(name)` follows `\(leader)`, which is no commodity here",
        ja: "`\(name)` の価格が連動する `\(leader)` という物資がありません",
        helpEn:
          "write one of them in `linked to`: \(known.prefix(12).map { "`\($0)`" }.joined(separator: ", "))…",
        helpJa:
          "`linked to` にはいずれかを書きます: \(known.prefix(12).map { "`\($0)`" }.joined(separator: "、"))…")
    default: nil
    }
  }
}
