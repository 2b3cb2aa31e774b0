package import Diagnostics
internal import Files
internal import Scenarios

/// A report as one HTML page that needs nothing else: no network, no font, no other file.
///
/// It holds every language asked for and shows one; a switch shows another. Texts of users stand in
/// elements and quoted attributes alone, escaped, and the page's policy runs no script but its own.
package struct Page: Sendable {
  private let reports: [Report]
  private let languages: [Language]
  private let explorer: String?

  /// Makes a page of reports, in languages of which the first is shown; at least one of each.
  ///
  /// `explorer`: the name of a file beside it that runs the scenario again with every change.
  package init(_ reports: [Report], in languages: [Language], explorer: String? = nil) {
    precondition(!reports.isEmpty && !languages.isEmpty, "Page: nothing to show")
    self.explorer = explorer
    self.reports = reports
    self.languages = languages
  }

  /// The page; ends with a line feed.
  package var html: String {
    let first = languages[0]
    let lines =
      [
        "<!DOCTYPE html>", "<html lang=\"\(first.rawValue)\">", "<head>",
        "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\(PageAssets.policy)\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"generator\" content=\"Sonae\">",
        "<title>\(shown(title, first))</title>",
        "<style>\(PageAssets.style)</style>", "</head>", "<body>",
      ] + header
      + languages.enumerated().map { number, language in
        let hidden = number == 0 ? "" : " hidden"
        let title = shown(title, language)
        return "<main lang=\"\(language.rawValue)\" data-title=\"\(title)\"\(hidden)>\n"
          + link(language)
          + reports.enumerated().map {
            PageBody($1, language, "-\(language.rawValue)\($0)").html
          }.joined(separator: "\n") + "</main>"
      }
      + ["<script>\(PageAssets.script)</script>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The way to the file that runs the scenario again.
  private func link(_ language: Language) -> String {
    guard let explorer else { return "" }
    let words = Bilingual(
      "Change the assumptions: the model runs again in your browser, without a network",
      "条件を変えて再計算（ブラウザー内で計算、通信不要）")
    return "<nav class=\"contents\"><a href=\"\(escapedXML(explorer))#lang=\(language.rawValue)\">"
      + "\(shown(words, language))</a></nav>\n"
  }

  private var title: Bilingual {
    let titles = reports.map { $0.title.isEmpty ? $0.tables.first?.title ?? $0.title : $0.title }
    return Bilingual(
      titles.map { $0.en }.joined(separator: " · "), titles.map { $0.ja }.joined(separator: " · "))
  }

  /// The switch of languages, where there are several.
  private var header: [String] {
    guard languages.count > 1 else { return [] }
    let buttons = languages.enumerated().map { number, language in
      "<button type=\"button\" lang=\"\(language.rawValue)\" data-language=\"\(language.rawValue)\""
        + " aria-pressed=\"\(number == 0)\">\(language.ownName)</button>"
    }
    return ["<nav aria-label=\"Language / 言語\">" + buttons.joined() + "</nav>"]
  }

  private func shown(_ text: Bilingual, _ language: Language) -> String {
    escapedXML(oneLine(text.text(in: language)))
  }
}

extension Language {
  /// The language's name in itself.
  fileprivate var ownName: String {
    switch self {
    case .en: "English"
    case .ja: "日本語"
    }
  }
}
