internal import Diagnostics

/// What is wrong with a template.
enum TemplateProblem: WordedProblem, Hashable {
  /// A file whose name does not say what it is.
  case noFormat(String)
  /// A text that is not UTF-8.
  case notText
  /// A tag that does not end.
  case openTag
  /// A section that does not end.
  case openSection(String)
  /// An end of another section than the one that is open, if any is.
  case wrongEnd(String, open: String?)
  /// A name that the report has nothing for.
  case unknown(String, suggestion: String?)
  /// A kind of tag that reports have no use for.
  case unused(String)
  /// A tag where no way of writing makes a text safe.
  case inScript
  /// What the reader of templates says.
  case unreadable(String)

  var wording: Wording {
    switch self {
    case .noFormat(let name):
      Wording(
        "template-format", en: "`\(name)` does not say what its text is",
        ja: "`\(name)` からは形式が分かりません",
        helpEn: "name it such as `brief.html.mustache`; before `.mustache`: \(Self.endings)",
        helpJa: "`brief.html.mustache` のように名付けてください（`.mustache` の前：\(Self.endings)）")
    case .notText:
      Wording("template-text", en: "the template is not UTF-8", ja: "テンプレートがUTF-8ではありません")
    case .openTag:
      Wording(
        "template-tag", en: "this tag does not end", ja: "このタグが閉じていません",
        helpEn: "close it by `}}`, or `}}}` where it begins with three",
        helpJa: "`}}`（3つで始めたなら `}}}`）で閉じてください")
    case .openSection(let name):
      Wording(
        "template-section", en: "the section `\(name)` does not end", ja: "区間 `\(name)` が閉じていません",
        helpEn: "end it by `{{/\(name)}}`", helpJa: "`{{/\(name)}}` で閉じてください")
    case .wrongEnd(let name, let open):
      wrongEnd(name, open)
    case .unknown(let name, let suggestion):
      Wording(
        "template-name", en: "the report has no `\(name)` here",
        ja: "ここでは報告書に `\(name)` がありません",
        helpEn: (suggestion.map { "did you mean `\($0)`? " } ?? "")
          + "Sources/Templates/README.md lists all names",
        helpJa: (suggestion.map { "`\($0)` ではありませんか。" } ?? "")
          + "名前の一覧は Sources/Templates/README.md にあります")
    case .unused(let mark):
      Wording(
        "template-kind", en: "tags that begin with `{{\(mark)` are not used in reports",
        ja: "`{{\(mark)` で始まるタグは使えません",
        helpEn: "one file with names, sections `{{#…}}`, `{{^…}}` and comments `{{!…}}` will do",
        helpJa: "1つのファイルに、名前・区間 `{{#…}}` `{{^…}}`・注釈 `{{!…}}` で書いてください")
    case .inScript:
      Wording(
        "template-script", en: "a report's words may not stand in a script or a style",
        ja: "報告書の語句はスクリプトやスタイルの中に置けません",
        helpEn: "put the tag into the page's text, or into an attribute in quotes",
        helpJa: "本文か、引用符で囲んだ属性に置いてください")
    case .unreadable(let why):
      Wording("template", en: "the template cannot be read: \(why)", ja: "テンプレートを読めません：\(why)")
    }
  }

  private func wrongEnd(_ name: String, _ open: String?) -> Wording {
    let help =
      open.map { ("end `\($0)` first", "先に `\($0)` を閉じてください") } ?? ("leave it out", "取り除いてください")
    return Wording(
      "template-section-end", en: "`\(name)` ends here and is not the section that is open",
      ja: "`\(name)` の終わりですが、開いている区間ではありません", helpEn: help.0, helpJa: help.1)
  }

  private static let endings = TemplateFormat.allCases.map { ".\($0.rawValue)" }
    .joined(separator: ", ")
}
