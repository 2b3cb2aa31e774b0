import Diagnostics

extension CommodityProblem {
  /// A kind of word that must be one of a list.
  package enum Word: String, Sendable, Hashable {
    /// A file of the folder, a column, or a key of commodity.csv.
    case file, column, key
    /// A confidence, a market, a measure, a kind of stock, or a way of counting a release.
    case confidence, market, measure, kind, count
    /// An importer of use.csv, or a chokepoint of chokepoints.csv.
    case importer, chokepoint
    /// A kind of export control, or a bundled commodity.
    case control, commodity
    /// A stage of a chain.
    case stage
  }
}

extension CommodityProblem.Word {
  /// What the word should be, with an article.
  var names: (en: String, ja: String) {
    switch self {
    case .file: ("a file of a commodity", "品目のファイル")
    case .column: ("a column of this file", "このファイルの列")
    case .key: ("a key of commodity.csv", "commodity.csv の項目")
    case .confidence: ("a confidence", "確度")
    case .market: ("a market", "市場の種類")
    case .measure: ("a measure of this file", "このファイルの測り方")
    case .kind: ("a kind of stock", "在庫の種類")
    case .count: ("a way of counting a release", "放出の数え方")
    case .importer: ("an importer of use.csv", "use.csv の輸入国")
    case .chokepoint: ("a chokepoint of chokepoints.csv", "chokepoints.csv の隘路")
    case .control: ("a kind of export control", "輸出管理の種類")
    case .stage: ("a stage of stages.csv that is not the last", "stages.csv の最終段階以外の段階")
    case .commodity: ("a bundled commodity", "同梱の物資")
    }
  }
}

extension CommodityProblem {
  /// Numbers with what they are, those that are not there left out.
  func named(_ numbers: [(String, String)], _ separator: String) -> String {
    numbers.filter { !$0.1.isEmpty }.map { "\($0) `\($1)`" }.joined(separator: separator)
  }

  /// The problem of a word that is not in its list.
  func unknown(_ word: Word, _ name: String, _ known: [String]) -> Diagnostics.Wording {
    let names = word.names
    let near = nearest(name, in: known)
    return Diagnostics.Wording(
      "unknown-\(word.rawValue)", en: "`\(name)` is not \(names.en)",
      ja: "`\(name)` は\(names.ja)ではありません",
      helpEn: near.map { "did you mean `\($0)`?" } ?? "known: \(list(known))",
      helpJa: near.map { "`\($0)` のことですか" } ?? "使えるもの: \(list(known))")
  }

  /// Words in backquotes, parted by commas.
  func list(_ words: [String]) -> String {
    words.isEmpty ? "-" : words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
