import Diagnostics

/// Numbers that a reader must not take at face value.
extension InspectionProblem {
  var doubtWording: Wording {
    switch self {
    case .notProductive(let node):
      Wording(
        "not-productive",
        en:
          "the economy is not productive: with all tiers `\(node)` and others use up more than they make, so that multipliers, linkages and prices mean nothing",
        ja: "この経済は生産的ではありません。`\(node)` などは全段階で産出以上を使い切るため、乗数・連関・価格に意味はありません",
        helpEn:
          "the spectral radius of A is 1 or more: see --table balance for nodes whose inputs exceed their output",
        helpJa: "A のスペクトル半径が1以上です。投入が産出を超えるノードは --table balance で確認できます")
    case .inoperableBeyondOutput(let nodes):
      Wording(
        "inoperability-above-one",
        en:
          "inoperability above 100% has no meaning, a node cannot lose more than its output: \(Self.list(nodes))",
        ja: "100%を超える不稼働率に意味はありません（産出以上は失えません）：\(Self.list(nodes))")
    case let .demandLossBeyondDemand(node, share, buys):
      Wording(
        "demand-loss-beyond-demand",
        en:
          "final users buy \(buys) of the output of `\(node)` and cannot ask for \(share) of it less",
        ja: "`\(node)` の産出のうち最終需要は \(buys) で、\(share) は減らせません",
        helpEn: "give --by up to that share", helpJa: "--by はその割合までにしてください")
    case .negativePrices(let nodes):
      Wording(
        "negative-prices", en: "prices fall below 0: \(Self.list(nodes))",
        ja: "価格が負になります：\(Self.list(nodes))")
    case .negativeFinalDemand(let nodes):
      Wording(
        "negative-final-demand",
        en:
          "producers alone want more than is made (final demand turns negative): \(Self.list(nodes))",
        ja: "中間需要だけで産出を上回り最終需要が負になります：\(Self.list(nodes))")
    case .importsWithoutOrigin:
      Wording(
        "imports-without-origin",
        en: "the table tells what is imported, but not from where: concentration needs origins",
        ja: "この表には輸入額はありますが輸入元がありません。集中度には輸入元が必要です")
    default: preconditionFailure("doubtWording: \(self)")
    }
  }

  private static func list(_ nodes: [String]) -> String {
    nodes.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (nodes.count > 5 ? ", …" : "")
  }
}
