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
    case .measureOfFirstStage(let stage, let measure):
      Diagnostics.Wording(
        "measure-of-first-stage",
        en: "`\(stage)` is the first stage and made of no stage before: it has no `\(measure)`",
        ja: "`\(stage)` は最初の段階で前の段階がなく、`\(measure)` はありません",
        helpEn: "leave the row out; the first stage has `spare` alone",
        helpJa: "行を削ってください。最初の段階に書けるのは `spare` だけです")
    case .spareOfLastStage(let stage):
      Diagnostics.Wording(
        "spare-of-last-stage",
        en: "sellers of the last stage, `\(stage)`, have the commodity's own spare capacity",
        ja: "最終段階 `\(stage)` の売り手の余力は物資のものです",
        helpEn: "write `spare capacity` in commodity.csv",
        helpJa: "commodity.csv の `spare capacity` に書いてください")
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
