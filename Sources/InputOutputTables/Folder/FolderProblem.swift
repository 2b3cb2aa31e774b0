package import Diagnostics

/// What can be wrong with an economy's name, its folder or its files as such.
package enum FolderProblem: Problem, Hashable {
  /// Neither a bundled economy nor a folder.
  case unknownEconomy(String, lookedAt: String, bundled: [String])
  /// A file where a folder is needed.
  case notAFolder(String)
  /// A file that every economy needs is absent.
  case missingFile(String, folder: String)
  /// A file that the system does not let us read.
  case unreadableFile(String)
  /// A gzip file that is damaged, cut short or none at all.
  case damagedGzip(String)
  /// A file and its packed form side by side.
  case twoForms(String)
  /// The header of economy.csv is neither key,value nor a known key.
  case missingKeyColumn
  /// A key of economy.csv that means nothing.
  case unknownKey(String, suggestion: String?)
  /// A key of economy.csv that stands twice.
  case duplicateKey(String)
  /// A value of economy.csv that its key does not accept.
  case badValue(String, key: String, expected: Bilingual)

  package var code: String {
    switch self {
    case .unknownEconomy: "unknown-economy"
    case .notAFolder: "not-a-folder"
    case .missingFile: "missing-file"
    case .unreadableFile: "unreadable-file"
    case .damagedGzip: "damaged-gzip"
    case .twoForms: "two-forms"
    case .missingKeyColumn: "missing-key-column"
    case .unknownKey: "unknown-key"
    case .duplicateKey: "duplicate-key"
    case .badValue: "bad-value"
    }
  }

  package func message(in language: Language) -> String { wording.message.text(in: language) }

  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}

extension FolderProblem {
  private var wording: (message: Bilingual, help: Bilingual?) {
    switch self {
    case let .unknownEconomy(name, path, bundled):
      (
        Bilingual(
          "there is no economy `\(name)`: it is not bundled, and there is no folder `\(path)`",
          "経済 `\(name)` はありません。同梱されておらず、フォルダー `\(path)` もありません"),
        Bilingual(
          "bundled are \(quoted(bundled)); or give the path of a folder that holds Z.csv and Y.csv",
          "同梱は \(quoted(bundled)) です。または Z.csv と Y.csv のあるフォルダーを指定してください")
      )
    case let .notAFolder(path):
      (
        Bilingual("`\(path)` is not a folder", "`\(path)` はフォルダーではありません"),
        Bilingual("name the folder that holds Z.csv and Y.csv", "Z.csv と Y.csv のあるフォルダーを指定してください")
      )
    case let .missingFile(file, folder):
      (
        Bilingual("there is no `\(file)` in `\(folder)`", "`\(folder)` に `\(file)` がありません"),
        Bilingual(
          "an economy needs Z.csv and Y.csv, plain or as .csv.gz",
          "経済には Z.csv と Y.csv(または .csv.gz)が必要です")
      )
    case let .unreadableFile(path):
      (Bilingual("`\(path)` cannot be read", "`\(path)` を読めません"), nil)
    case let .damagedGzip(path):
      (
        Bilingual("`\(path)` is not a sound gzip file", "`\(path)` は正しい gzip ファイルではありません"),
        Bilingual("test it with `gzip -t`", "`gzip -t` で確かめてください")
      )
    case let .twoForms(file):
      (
        Bilingual(
          "both `\(file)` and `\(file).gz` are there; the plain one is read",
          "`\(file)` と `\(file).gz` の両方があります。前者を読みます"), nil
      )
    case .missingKeyColumn:
      (
        Bilingual(
          "economy.csv has no columns `key` and `value`", "economy.csv に列 `key` と `value` がありません"),
        Bilingual("the first line is `key,value`", "1 行目は `key,value` です")
      )
    case let .unknownKey(key, suggestion):
      (
        Bilingual("the key `\(key)` is not known and not used", "キー `\(key)` は使われません"),
        .didYouMean(suggestion)
      )
    case let .duplicateKey(key):
      (Bilingual("the key `\(key)` stands twice", "キー `\(key)` が二度あります"), nil)
    case let .badValue(value, key, expected):
      (
        Bilingual("`\(value)` is no value of `\(key)`", "`\(value)` は `\(key)` の値ではありません"),
        Bilingual("accepted: \(expected.en)", "使える値: \(expected.ja)")
      )
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
