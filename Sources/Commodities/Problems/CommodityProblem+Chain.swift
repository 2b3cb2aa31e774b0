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
        en: "`\(stage)` is a first stage and made of no stage before: it has no `\(measure)`",
        ja: "`\(stage)` は最初の段階で前の段階がなく、`\(measure)` はありません",
        helpEn: "leave the row out; a first stage has `spare` alone",
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

  /// Problems of what stages are made of.
  var inputWording: Diagnostics.Wording {
    switch self {
    case .inputOfStageMeasure(let measure):
      Diagnostics.Wording(
        "input-of-stage-measure", en: "`\(measure)` is of the stage, not of one of its inputs",
        ja: "`\(measure)` は段階の値で、投入ごとの値ではありません",
        helpEn: "leave `input` empty here", helpJa: "この行の `input` は空にしてください")
    case .inputNotNamed(let stage, let measure):
      Diagnostics.Wording(
        "input-not-named", en: "`\(measure)` of `\(stage)` does not say of which input",
        ja: "`\(stage)` の `\(measure)` がどの投入のものか書かれていません",
        helpEn: "write the stage that is bought in the column `input`",
        helpJa: "買い入れる段階の名を `input` 列に書きます")
    case .unusedStage(let stage):
      Diagnostics.Wording(
        "unused-stage", en: "nothing is made of `\(stage)`, and it is not the last stage",
        ja: "`\(stage)` を投入とする段階がなく、最終段階でもありません",
        helpEn: "name it as an `input` of a later stage; the last rows are the stage importers buy",
        helpJa: "後の段階の `input` に書きます。輸入国が買うのは最後に書いた段階です")
    case .circularStages(let stages):
      Diagnostics.Wording(
        "circular-stages",
        en: "stages are made of one another: \(circle(stages))",
        ja: "段階が互いを投入としています: \(circle(stages))",
        helpEn: "what comes back is part of the yield: leave one of the inputs out",
        helpJa: "戻る分は歩留まりに含め、投入を一つ削ってください")
    case .inputShares(let stage, let percent):
      Diagnostics.Wording(
        "input-shares", en: "the inputs of `\(stage)` add up to \(percent)% of their value",
        ja: "`\(stage)` の投入の構成比の合計が \(percent)% です",
        helpEn: "state `input share` of each, 100% in all, or of none",
        helpJa: "`input share` は全ての投入について合計 100% になるように書くか、書かずにおきます")
    default: preconditionFailure("CommodityProblem: not of an input")
    }
  }

  /// `a` <- `b` <- `a`: the first is made of the second.
  private func circle(_ stages: [String]) -> String {
    (stages + stages.prefix(1)).map { "`\($0)`" }.joined(separator: " <- ")
  }
}
