import Diagnostics

/// What is wrong with a folder of results that a command reads, or with what stands in it.
enum FolderProblem: WordedProblem, Hashable {
  /// A folder without a stored report.
  case noReport(String)
  /// A file that holds no report of this kind.
  case notAReport(String)
  /// A folder without a manifest of a run.
  case noManifest(String)
  /// A folder of a run without the page that needs no server.
  case noPage(String)
  /// A template named such that its text would take the place of another document.
  case nameTaken(String)
  /// The program that turns drawings into pictures is not there.
  case noConverter
  /// It did not draw a chart.
  case notDrawn(String)

  var wording: Wording {
    switch self {
    case .noReport(let folder):
      Wording(
        "no-report", en: "`\(folder)` holds no report", ja: "`\(folder)` に報告書がありません",
        helpEn: "name a folder that `sonae run … --output DIR` has written",
        helpJa: "`sonae run … --output DIR` が書き出したフォルダーを指定してください")
    case .notAReport(let path):
      Wording(
        "unreadable-report", en: "`\(path)` holds no report that this version reads",
        ja: "`\(path)` はこの版で読める報告書ではありません",
        helpEn: "run the scenario of its manifest again, with a new --output",
        helpJa: "manifest のシナリオを新しい --output で再計算してください")
    case .noManifest(let folder):
      Wording(
        "no-manifest", en: "`\(folder)` holds no manifest of a run",
        ja: "`\(folder)` に計算の manifest がありません",
        helpEn: "name a folder that `sonae run … --output DIR` has written",
        helpJa: "`sonae run … --output DIR` が書き出したフォルダーを指定してください")
    case .noPage(let folder):
      Wording(
        "no-page", en: "`\(folder)` holds no `explore.html`: the new folder goes without",
        ja: "`\(folder)` に `explore.html` がないため、新しいフォルダーにも含めません",
        helpEn: "`sonae explore SCENARIO --page FILE` writes one",
        helpJa: "`sonae explore シナリオ --page ファイル` で作れます")
    case .nameTaken(let name):
      Wording(
        "template-file", en: "the template's text would be `\(name)`, which the report has already",
        ja: "テンプレートの出力 `\(name)` は報告書の文書名と重なります",
        helpEn: "name the template otherwise", helpJa: "テンプレートを別の名前にしてください")
    case .noConverter:
      Wording(
        "no-converter", en: "pictures need `rsvg-convert`, which is not installed",
        ja: "画像には `rsvg-convert` が必要ですが、インストールされていません",
        helpEn: "install the package librsvg2-bin, or leave out --pictures: charts are SVG",
        helpJa: "librsvg2-bin を入れるか --pictures を外してください（図はSVGで書き出されます）")
    case .notDrawn(let name):
      Wording(
        "picture-failed", en: "`rsvg-convert` did not draw `\(name)`",
        ja: "`rsvg-convert` で `\(name)` を変換できません",
        helpEn: "leave out --pictures: charts are SVG", helpJa: "--pictures を外してください（図はSVGで書き出されます）"
      )
    }
  }
}
