package import Diagnostics

/// What can be wrong with an ensemble's folder, shards and request.
package enum EnsembleProblem: WordedProblem, Hashable {
  /// A folder that holds something else.
  case foreignFolder(String)
  /// A folder that holds another ensemble.
  case otherEnsemble(String)
  /// A folder that holds this ensemble, begun or whole.
  case alreadyThere(String)
  /// A block that is there and differs from what was computed.
  case blockDiffers(String)
  /// Blocks that are not there, or damaged.
  case blocksMissing([String], count: Int)
  /// A folder without an ensemble.
  case noEnsemble(String)
  /// Folders of different ensembles.
  case mixedEnsembles([String])
  /// A shard that is none.
  case notAShard(String)
  /// `auto` where nothing says which.
  case noShard
  /// `auto` where the number of shards is not told.
  case noShardCount(String)
  /// A file without anything that varies.
  case nothingVaries
  /// A draw whose values are refused.
  case draw(String, why: String, whyJa: String)
  /// A CSV file that is not there, or has no such column.
  case noObservations(String, column: String?)
  /// An observation that the key does not take.
  case badObservation(String, path: String, example: String)
  /// Variants of a file, which draws leave out.
  case variantsNotDrawn
  /// Draws that ended before a rule was met: the rule, and how well the quantile is known.
  case notPrecise(String, known: String?)
  /// More variables than draws can put into an order of ranks.
  case tooFewForRanks(draws: Int, variables: Int)
  /// Draws that differ in correlation cannot have indices.
  case indicesWithCorrelation

  /// The problem's code and its sentences.
  package var wording: Wording {
    switch self {
    case .foreignFolder, .otherEnsemble, .alreadyThere, .noEnsemble, .mixedEnsembles: folder
    case .blockDiffers, .blocksMissing: blocks
    case .notAShard, .noShard, .noShardCount: shards
    case .nothingVaries, .draw, .noObservations, .badObservation, .indicesWithCorrelation:
      request
    case .variantsNotDrawn, .notPrecise, .tooFewForRanks: drawing
    }
  }
}

extension EnsembleProblem {
  private var folder: Wording {
    switch self {
    case .otherEnsemble(let path):
      Wording(
        "other-ensemble",
        en: "`\(path)` holds another ensemble: file, economy, version or options differ",
        ja: "`\(path)` には別のアンサンブルがあります（ファイル・経済表・版・設定のいずれかが異なります）",
        helpEn: "choose another folder, or run the ensemble as it was begun",
        helpJa: "別のフォルダーにするか、始めたときと同じ内容で実行してください")
    case .alreadyThere(let path):
      Wording(
        "ensemble-begun", en: "`\(path)` already holds this ensemble",
        ja: "`\(path)` にはこのアンサンブルがすでにあります",
        helpEn: "add --resume: blocks that are whole are kept",
        helpJa: "--resume を付けると完成したブロックを使います")
    case .noEnsemble(let path):
      Wording(
        "no-ensemble", en: "`\(path)` holds no ensemble that this version reads",
        ja: "`\(path)` にこの版で読めるアンサンブルはありません",
        helpEn: "name a folder that `sonae ensemble --output` wrote",
        helpJa: "`sonae ensemble --output` が書いたフォルダーを指定してください")
    case .mixedEnsembles(let paths):
      Wording(
        "mixed-ensembles",
        en: "the folders hold different ensembles: \(Self.listed(paths))",
        ja: "異なるアンサンブルのフォルダーです：\(Self.listed(paths))",
        helpEn: "merge the shards of one ensemble", helpJa: "同じアンサンブルの分割だけをまとめてください")
    case .foreignFolder(let path):
      Wording(
        "foreign-ensemble-folder", en: "`\(path)` holds files that are no ensemble's",
        ja: "`\(path)` にはアンサンブル以外のファイルがあります",
        helpEn: "name a folder that does not exist yet", helpJa: "まだ存在しない名前を指定してください")
    default: preconditionFailure("EnsembleProblem: \(self) is not about a folder")
    }
  }

  private var blocks: Wording {
    switch self {
    case .blocksMissing(let names, let count):
      Wording(
        "blocks-missing", en: "\(count) blocks are missing or damaged: \(Self.listed(names))",
        ja: "\(count)個のブロックがないか壊れています：\(Self.listed(names))",
        helpEn: "run their shards again with --resume, then merge",
        helpJa: "その分割を --resume で実行してからまとめてください")
    case .blockDiffers(let name):
      Wording(
        "block-differs", en: "block `\(name)` is there with other bytes than those computed now",
        ja: "ブロック `\(name)` の内容が今回の計算結果と異なります",
        helpEn:
          "another machine kind or a damaged disk: compute the whole ensemble on one kind of machine, in a new folder",
        helpJa: "機種の違いかディスクの破損です。同じ種類の計算機で新しいフォルダーに計算してください")
    default: preconditionFailure("EnsembleProblem: \(self) is not about blocks")
    }
  }

  private var shards: Wording {
    switch self {
    case .noShard:
      Wording(
        "no-shard", en: "nothing in the environment says which shard this is",
        ja: "どの分割かを示す環境変数がありません",
        helpEn: "write `--shard 0/8`; `auto` is for job arrays and ranks",
        helpJa: "`--shard 0/8` と書いてください。`auto` はジョブ配列・ランク用です")
    case .noShardCount(let name):
      Wording(
        "no-shard-count", en: "`\(name)` does not say how many shards there are",
        ja: "`\(name)` から分割数が分かりません",
        helpEn: "write `--shard auto/8`", helpJa: "`--shard auto/8` と書いてください")
    case .notAShard(let text):
      Wording(
        "not-a-shard", en: "`\(text)` is no shard", ja: "`\(text)` は分割ではありません",
        helpEn: "write `0/8` to `7/8`, `auto`, or `auto/8`",
        helpJa: "`0/8` から `7/8`、`auto`、`auto/8` のいずれかです")
    default: preconditionFailure("EnsembleProblem: \(self) is not about shards")
    }
  }

  private var request: Wording {
    switch self {
    case .nothingVaries:
      Wording(
        "nothing-varies", en: "nothing varies in this file", ja: "このファイルには変動するものがありません",
        helpEn: "write `uncertainty: {vary: {…}}`, or add --bundled-ranges",
        helpJa: "`uncertainty: {vary: {…}}` を書くか、--bundled-ranges を付けてください")
    case .draw(let values, let why, let whyJa):
      Wording(
        "draw-refused", en: "a draw is no scenario (\(values)): \(why)",
        ja: "抽出された値ではシナリオになりません（\(values)）：\(whyJa)",
        helpEn: "narrow the distributions", helpJa: "分布の範囲を狭めてください")
    case .noObservations(let file, let column?):
      Wording(
        "no-such-column", en: "`\(file)` has no column `\(column)`",
        ja: "`\(file)` に列 `\(column)` はありません")
    case .noObservations(let file, nil):
      Wording(
        "no-observations", en: "`\(file)` cannot be read, or has no rows",
        ja: "`\(file)` は読めないか、行がありません",
        helpEn: "the path is relative to the scenario file", helpJa: "パスはシナリオファイルから見たものです")
    case .badObservation(let text, let path, let example):
      Wording(
        "bad-observation", en: "`\(text)` is no value of `\(path)`",
        ja: "`\(text)` は `\(path)` の値ではありません",
        helpEn: "write each cell as the key takes it, such as `\(example)`, with its unit",
        helpJa: "各セルは `\(example)` のように、単位も含めて書いてください")
    case .indicesWithCorrelation:
      Wording(
        "indices-with-correlation",
        en:
          "Sobol' indices, elementary and Shapley effects suppose independent variables: with `correlation` they are not computed",
        ja: "ソボル指数・基本効果・シャープレイ効果は変数の独立を前提とするため、`correlation` があるときは計算しません",
        helpEn: "rank correlations and swings are shown", helpJa: "順位相関と振れ幅を示します")
    default: preconditionFailure("EnsembleProblem: \(self) is not about a request")
    }
  }

  private var drawing: Wording {
    switch self {
    case .variantsNotDrawn:
      Wording(
        "variants-not-drawn", en: "`variants` are not drawn here",
        ja: "`variants` はここでは抽出されません",
        helpEn:
          "`sonae run --draws N` gives each its range, `sonae decide --question policies` compares them over the same draws",
        helpJa:
          "`sonae run --draws N` で各案の範囲を、`sonae decide --question policies` で同じ抽出による比較を示します")
    case .notPrecise(let rule, let known):
      Wording(
        "not-precise-enough",
        en: "all draws are made and `\(rule)` is not reached: "
          + (known.map { "it is known to \($0)" } ?? "the interval of that quantile has no end"),
        ja: "全回数を抽出しても `\(rule)` に達していません（"
          + (known.map { "現在は\($0)" } ?? "この分位点の区間には端がありません") + "）",
        helpEn: "more draws: --draws", helpJa: "--draws で抽出数を増やしてください")
    case .tooFewForRanks(let draws, let variables):
      Wording(
        "too-few-for-ranks",
        en: "ranks of \(variables) variables cannot be put into order by \(draws) draws",
        ja: "\(draws)回の抽出では\(variables)個の変数の順位を並べられません",
        helpEn: "more draws than variables, or `dependence: copula`",
        helpJa: "変数より多く抽出するか、`dependence: copula` にしてください")
    default: preconditionFailure("EnsembleProblem: \(self) is not about drawing")
    }
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }
}
