package import Diagnostics

extension ScenarioProblem {
  /// What is wrong with an `uncertainty`.
  package enum Chance: WordedProblem, Hashable {
    /// No distribution.
    case notADistribution(String)
    /// Parameters out of order, or a spread of nothing.
    case distributionOrder(String)
    /// A path that holds no number.
    case notNumeric(String)
    /// A path that does not exist in the file.
    case nothingThere(String)
    /// A path of no entry of a list.
    case noEntry(String)
    /// A correlation of what does not vary.
    case notVaried(String)
    /// A correlation with itself.
    case withItself(String)
    /// Correlations that no numbers can have.
    case impossibleCorrelation
    /// Two coefficients of the same two paths.
    case correlatedTwice(String, String)
    /// Draws that a Sobol' sequence does not take.
    case sobolDraws(Int)
    /// A range that the distribution next to never reaches.
    case farRange(String)
    /// Something that lies in an entry which is off.
    case entryIsOff(String, entry: String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .notADistribution(let text):
        Wording(
          "not-a-distribution", en: "`\(text)` is not a distribution",
          ja: "`\(text)` は分布ではありません", helpEn: "write \(DistributionText.all)",
          helpJa: "次のように書いてください：\(DistributionText.all)")
      case .distributionOrder(let text):
        Wording(
          "distribution-order", en: "the parameters of `\(text)` are out of order",
          ja: "`\(text)` の値の順序が正しくありません",
          helpEn:
            "low is below high, the mode between them, a deviation above 0; a logarithm needs numbers above 0",
          helpJa: "下限は上限より小さく、最頻値はその間、標準偏差は正の値です。対数には正の数が要ります")
      case .farRange(let text):
        Wording(
          "far-range", en: "`\(text)` has next to no probability in its range",
          ja: "`\(text)` はその範囲の確率がほぼ0です",
          helpEn:
            "state a range within 30 standard deviations of the middle, or another distribution",
          helpJa: "中心から標準偏差の30倍以内の範囲にするか、別の分布を使ってください")
      case .notNumeric(let path):
        Wording(
          "not-numeric", en: "`\(path)` is no path of a number", ja: "`\(path)` は数値のパスではありません",
          helpEn: "write a path such as `shocks[0].closure.for`",
          helpJa: "`shocks[0].closure.for` のようなパスを書いてください")
      case .nothingThere(let path):
        Wording(
          "nothing-there", en: "the file has nothing at `\(path)`",
          ja: "ファイルに `\(path)` はありません")
      case .noEntry(let path):
        Wording(
          "no-such-entry", en: "`\(path)` is no entry of the file's lists",
          ja: "`\(path)` はファイルのリストの項目ではありません",
          helpEn: "write `shocks[0]`, `responses[1]` or `baseline[0]`; positions count from 0",
          helpJa: "`shocks[0]`、`responses[1]`、`baseline[0]` のように書いてください。番号は0から数えます")
      default: dependence
      }
    }

    private var dependence: Wording {
      switch self {
      case .notVaried(let path):
        Wording(
          "not-varied", en: "`\(path)` does not vary, so nothing correlates with it",
          ja: "`\(path)` は変動しないため相関を持てません",
          helpEn: "name paths of `vary`", helpJa: "`vary` にあるパスを書いてください")
      case .withItself(let path):
        Wording(
          "correlated-with-itself", en: "`\(path)` is correlated with itself",
          ja: "`\(path)` がそれ自身との相関になっています",
          helpEn: "name two paths of `vary`", helpJa: "`vary` の異なる二つのパスを書いてください")
      case .impossibleCorrelation:
        Wording(
          "impossible-correlation", en: "no numbers can correlate so",
          ja: "この組み合わせの相関はあり得ません",
          helpEn:
            "the matrix must be positive definite: coefficients lie inside −1 and 1, and those of three paths must agree",
          helpJa: "行列は正定値でなければなりません。係数は−1と1の間で、三つのパスの間で矛盾しない値にしてください")
      case .correlatedTwice(let one, let other):
        Wording(
          "correlated-twice",
          en: "`\(one)` and `\(other)` have two different coefficients",
          ja: "`\(one)` と `\(other)` の相関が二通り書かれています",
          helpEn: "state the pair once", helpJa: "組は一度だけ書いてください")
      case .entryIsOff(let path, let entry):
        Wording(
          "entry-is-off", en: "`\(entry)` is off: `\(path)` is not drawn",
          ja: "`\(entry)` は off のため、`\(path)` は抽出されません")
      case .sobolDraws(let draws):
        Self.sobolDraws(draws)
      default: preconditionFailure("Chance: a problem has wording of its own")
      }
    }

    private static func sobolDraws(_ draws: Int) -> Wording {
      var below = 64
      while below * 2 <= draws { below *= 2 }
      let near = draws <= 64 ? "64" : "\(below) / \(below * 2)"
      return Wording(
        "sobol-draws",
        en: "a Sobol' sequence takes a power of two of draws from 64 on, not \(draws)",
        ja: "ソボル列の抽出数は64以上の2のべき乗です（\(draws) は使えません）",
        helpEn: "take \(near), or another `sampling`",
        helpJa: "\(near) にするか、別の `sampling` を使ってください")
    }
  }
}
