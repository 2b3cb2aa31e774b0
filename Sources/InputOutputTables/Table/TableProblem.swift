package import Diagnostics

/// What can be wrong with the labels of a table and of the lists beside it.
package enum TableProblem: Problem, Hashable {
  /// A header without a label.
  case noColumns
  /// A header and nothing below.
  case noRows
  /// A row or column without a name.
  case emptyLabel
  /// A label that stands twice.
  case duplicateLabel(String)
  /// A label that the header of Z does not have.
  case unknownLabel(String, suggestion: String?)
  /// A node of Z that this file leaves out.
  case missingLabel(String)
  /// Rows or columns in another order than Z's header.
  case reordered(String)
  /// A label without separator in a table of many regions.
  case missingSeparator(String, separator: String)
  /// Labels of regions that have not the same sectors, read as sectors of one region; a region, and a
  /// sector that it lacks.
  case unevenRegions(region: String, lacks: String, separator: String)
  /// A label that another separator than economy.csv's parts in region and sector, as all of them.
  case otherSeparator(String, region: String, separator: String, read: String)
  /// A final-demand column of no region.
  case homelessFinalDemand(String)
  /// A country code that is not three capital letters.
  case badCountry(String)
  /// A region that the table does not have.
  case unknownRegion(String, suggestion: String?)
  /// A region's own code given to another region.
  case regionElsewhere(String, region: String)
  /// A row of a list without a code.
  case nameless(String)

  package var code: String {
    switch self {
    case .noColumns: "no-columns"
    case .noRows: "no-rows"
    case .emptyLabel: "empty-label"
    case .duplicateLabel: "duplicate-label"
    case .unknownLabel: "unknown-label"
    case .missingLabel: "missing-label"
    case .reordered: "reordered"
    case .missingSeparator: "missing-separator"
    case .unevenRegions: "uneven-regions"
    case .otherSeparator: "other-separator"
    case .homelessFinalDemand: "homeless-final-demand"
    case .badCountry: "bad-country"
    case .unknownRegion: "unknown-region"
    case .regionElsewhere: "region-elsewhere"
    case .nameless: "empty-code"
    }
  }

  package func message(in language: Language) -> String { wording.message.text(in: language) }

  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}

extension TableProblem {
  private var wording: (message: Bilingual, help: Bilingual?) {
    switch self {
    case .noColumns:
      (
        Bilingual("the header has no labels", "見出しにラベルがありません"),
        Bilingual("the first cell is free, the others name the columns", "最初のセルは自由、ほかのセルが列名です")
      )
    case .noRows:
      (Bilingual("there are no rows below the header", "見出しの下に行がありません"), nil)
    case .emptyLabel:
      (Bilingual("a label is empty", "ラベルが空です"), nil)
    case let .duplicateLabel(name):
      (Bilingual("the label `\(name)` stands twice", "ラベル `\(name)` が二度あります"), nil)
    case let .unknownLabel(name, suggestion):
      (
        Bilingual("the label `\(name)` is not in the header of Z", "ラベル `\(name)` は Z の見出しにありません"),
        .didYouMean(suggestion)
      )
    case let .missingLabel(name):
      (Bilingual("there is nothing for the node `\(name)`", "ノード `\(name)` がありません"), nil)
    case let .reordered(file):
      (
        Bilingual(
          "`\(file)` is in another order than the header of Z and was reordered by label",
          "`\(file)` は Z の見出しと順序が違うため、ラベルで並べ替えました"), nil
      )
    case let .missingSeparator(name, separator):
      (
        Bilingual(
          "the label `\(name)` has no region and sector parted by `\(separator)`",
          "ラベル `\(name)` は `\(separator)` で地域と部門に分かれていません"),
        Bilingual("economy.csv says `regions,many`", "economy.csv に `regions,many` とあります")
      )
    case let .unevenRegions(region, sector, separator):
      (
        Bilingual(
          "every label of Z has the separator `\(separator)`, but regions have not the same sectors (`\(region)` lacks `\(sector)`): the table is read as one region, each label as a sector",
          "Z の全ラベルに区切り文字 `\(separator)` がありますが、地域の部門が同じではないため(`\(region)` に `\(sector)` がありません)、1地域の表とし、各ラベルを部門として読みます"
        ),
        Bilingual(
          "write `regions,many` in economy.csv if it has many regions, `regions,one` if it has one",
          "多地域の表なら economy.csv に `regions,many`、1地域なら `regions,one` と書きます")
      )
    case let .otherSeparator(label, region, other, separator):
      (
        Bilingual(
          "the labels of Z seem to be regions and sectors parted by `\(other)` (`\(label)` of `\(region)`), not by `\(separator)`: the table is read as one region, each label as a sector",
          "Z のラベルは `\(separator)` ではなく `\(other)` で地域と部門に分かれているようです(`\(region)` の `\(label)`)。1地域の表とし、各ラベルを部門として読みます"
        ),
        Bilingual(
          "write `separator,\(other)` in economy.csv, or `regions,one` if it has one region",
          "economy.csv に `separator,\(other)`、1地域の表なら `regions,one` と書きます")
      )
    case let .homelessFinalDemand(name):
      (
        Bilingual("the column `\(name)` belongs to no region of Z", "列 `\(name)` は Z のどの地域にも属しません"),
        Bilingual(
          "final-demand labels start with a region and the separator", "最終需要のラベルは地域と区切り文字で始まります")
      )
    case let .badCountry(code):
      (
        Bilingual("`\(code)` is not a country code", "`\(code)` は国コードではありません"),
        Bilingual("use ISO 3166-1 alpha-3, such as `JPN`", "`JPN` のような ISO 3166-1 alpha-3 を使います")
      )
    case let .unknownRegion(code, suggestion):
      (
        Bilingual("the table has no region `\(code)`", "この表に地域 `\(code)` はありません"),
        .didYouMean(suggestion)
      )
    case let .regionElsewhere(code, region):
      (
        Bilingual(
          "`\(code)` is a region of the table and cannot belong to `\(region)`",
          "`\(code)` はこの表の地域なので `\(region)` に属せません"), nil
      )
    case let .nameless(file):
      (Bilingual("a row of `\(file)` has no code", "`\(file)` に code のない行があります"), nil)
    }
  }
}
