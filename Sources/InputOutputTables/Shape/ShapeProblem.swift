package import Diagnostics

/// What can be wrong with a change of a table's shape: concordances, split weights, new margins, output.
package enum ShapeProblem: Problem, Hashable {
  /// A region, sector, node or column that the table does not have.
  case unknown(String, of: String, suggestion: String?)
  /// Regions or sectors of the table that a concordance leaves out.
  case unlisted([String], of: String)
  /// A name that stands twice.
  case twice(String)
  /// A row that leads nowhere.
  case emptyTarget(String)
  /// A region's code that holds the separator of labels.
  case holdsSeparator(String, separator: String)
  /// A list of regions to keep without a region.
  case keepsNothing
  /// A new code that another region or sector has.
  case taken(String)
  /// A region without weights of a sector that is split.
  case noWeights(String, region: String)
  /// A weight that is negative or no number.
  case badWeight(String)
  /// Weights of one region or sector that add up to 0.
  case weightless(String)
  /// A margin that is no number.
  case badMargin(String)
  /// A row total for a column of final demand.
  case rowOfFinalDemand(String)

  package var code: String {
    switch self {
    case .unknown: "unknown-code"
    case .unlisted: "unlisted-codes"
    case .twice: "code-twice"
    case .emptyTarget: "empty-target"
    case .holdsSeparator: "holds-separator"
    case .keepsNothing: "keeps-nothing"
    case .taken: "code-taken"
    case .noWeights: "no-weights"
    case .badWeight: "bad-weight"
    case .weightless: "weightless"
    case .badMargin: "bad-margin"
    case .rowOfFinalDemand: "row-of-final-demand"
    }
  }

  package func message(in language: Language) -> String { wording.message.text(in: language) }

  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}

extension ShapeProblem {
  private var wording: (message: Bilingual, help: Bilingual?) {
    switch self {
    case let .unknown(name, kind, suggestion):
      (
        Bilingual("the table has no \(kind) `\(name)`", "この表に `\(name)` はありません"),
        .didYouMean(suggestion)
      )
    case let .unlisted(names, kind):
      (
        Bilingual(
          "\(names.count) \(kind)s of the table are not listed: \(Self.list(names))",
          "表の \(names.count) 件が載っていません: \(Self.list(names))"),
        Bilingual(
          "every one needs a row; one that stays as it is becomes itself",
          "すべてに行が必要です。変えないものは自分自身を行き先にします")
      )
    case let .twice(name):
      (Bilingual("`\(name)` stands twice", "`\(name)` が二度あります"), nil)
    case let .emptyTarget(name):
      (
        Bilingual("`\(name)` leads to nothing: `to` is empty", "`\(name)` の行き先 `to` が空です"),
        Bilingual("write the code that it becomes", "変更後のコードを書いてください")
      )
    case let .holdsSeparator(code, separator):
      (
        Bilingual(
          "the region code `\(code)` holds the separator `\(separator)` of labels",
          "地域コード `\(code)` がラベルの区切り文字 `\(separator)` を含んでいます"),
        Bilingual("choose a code without it", "含まないコードにしてください")
      )
    case .keepsNothing:
      (
        Bilingual("no region is kept", "残す地域がありません"),
        Bilingual("name at least one, such as `JPN,USA`", "`JPN,USA` のように一つ以上を指定してください")
      )
    case let .taken(code):
      (
        Bilingual("the table has another `\(code)`", "この表にはほかに `\(code)` があります"),
        Bilingual("choose a code that is free", "使われていないコードにしてください")
      )
    case let .noWeights(name, region):
      (
        Bilingual(
          "`\(name)` has no weights for the region `\(region)`",
          "地域 `\(region)` の `\(name)` に重みがありません"),
        Bilingual(
          "add rows of that region, or rows with an empty region for all others",
          "その地域の行か、地域が空の行（ほかの全地域）を加えてください")
      )
    case let .badWeight(cell):
      (
        Bilingual("`\(cell)` is no weight", "`\(cell)` は重みではありません"),
        Bilingual("write a number of 0 or more", "0 以上の数を書いてください")
      )
    case let .weightless(name):
      (
        Bilingual("the weights of `\(name)` add up to 0", "`\(name)` の重みの和が 0 です"),
        Bilingual("give at least one part a weight above 0", "少なくとも一つを 0 より大きくしてください")
      )
    case let .badMargin(cell):
      (
        Bilingual("`\(cell)` is no total", "`\(cell)` は合計ではありません"),
        Bilingual("write a number, or nothing to keep the present total", "数を書くか、今の合計のままなら空にしてください")
      )
    case let .rowOfFinalDemand(label):
      (
        Bilingual(
          "`\(label)` is a column of final demand and has no row total",
          "`\(label)` は最終需要の列なので行和はありません"),
        Bilingual("leave `row_total` empty", "`row_total` を空にしてください")
      )
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 10 ? shown + ", …" : shown
  }
}
