import Diagnostics

extension CommodityProblem {
  /// Problems of the stages of a chain.
  var chainWording: Diagnostics.Wording {
    switch self {
    case .linkOfLastStage(let stage):
      Diagnostics.Wording(
        "link-of-last-stage", en: "`\(stage)` is the last stage, which importers buy",
        ja: "`\(stage)` は最終段階で、輸入国が買います",
        helpEn: "write who sells it to whom in trade.csv", helpJa: "売り手と買い手は trade.csv に書きます")
    case .yieldOfFirstStage(let stage):
      Diagnostics.Wording(
        "yield-of-first-stage", en: "`\(stage)` is the first stage and made of no stage before",
        ja: "`\(stage)` は最初の段階で、前の段階がありません",
        helpEn: "leave out its yield", helpJa: "yield を書かないでください")
    case .linkShares(let buyer, let percent):
      Diagnostics.Wording(
        "link-shares", en: "the sellers of `\(buyer)` add up to \(percent)%",
        ja: "`\(buyer)` の調達先の合計が \(percent)% です",
        helpEn: "they may add up to less than 100%: the rest becomes `OTHER`",
        helpJa: "100% 未満なら残りは `OTHER` になります")
    case .brokenChain(let stage):
      Diagnostics.Wording(
        "broken-chain", en: "nobody of the next stage buys `\(stage)`",
        ja: "次の段階で `\(stage)` を買う者がいません",
        helpEn:
          "add rows of links.csv whose buyers sell the next stage, or one with the buyer `ALL`",
        helpJa: "次の段階の売り手を buyer とする行か、buyer が `ALL` の行を links.csv に加えます")
    default: preconditionFailure("CommodityProblem: not of a chain")
    }
  }
}
