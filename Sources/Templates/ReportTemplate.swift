package import Diagnostics
internal import Mustache
package import Reporting

/// A user's template for reports, in Mustache: the text is theirs, the words and numbers a report's.
///
/// Whatever the words are, the format that the file's name ends in shows them as words: three braces escape
/// as two do.
package struct ReportTemplate: Sendable {
  /// What its text is.
  package let format: TemplateFormat
  private let source: Source
  private let template: MustacheTemplate

  /// Reads a template named such as `brief.html.mustache`; throws what is wrong with its form.
  package init(_ source: Source) throws(DiagnosticList) {
    guard let format = TemplateFormat(ofFile: source.name) else {
      throw DiagnosticList([Diagnostic(.error, TemplateProblem.noFormat(source.name))])
    }
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw DiagnosticList([Diagnostic(.error, TemplateProblem.notText)])
    }
    self.format = format
    self.source = source
    let tags = try TemplateTag.all(in: source)
    let form = TemplateCheck(tags, of: .absent).mistakes + Self.inScripts(tags, text, format)
    guard form.isEmpty else { throw DiagnosticList(form) }
    do {
      // Words come escaped for the format, so that the renderer has nothing left to escape.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch {
      throw DiagnosticList([
        Diagnostic(
          .error, TemplateProblem.unreadable("\(error)"), at: Place(source: source, range: 0..<0))
      ])
    }
  }

  /// The text with a report's words; throws every name that this report has nothing for.
  package func text(of report: Report, in language: Language) throws(DiagnosticList) -> String {
    let data = TemplateData(format: format, language: language).value(of: report)
    let mistakes = TemplateCheck(try TemplateTag.all(in: source), of: data).mistakes
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return template.render(data.rendered)
  }

  /// The name of the text's file: the template's without its folder and `.mustache`.
  package var fileName: String {
    String(source.name.split(separator: "/").last ?? "").dropLast(".mustache".count).description
  }

  /// Tags of values inside scripts and styles, where a page's escapes do not hold.
  private static func inScripts(
    _ tags: [TemplateTag], _ text: String, _ format: TemplateFormat
  ) -> [Diagnostic] {
    guard format == .html else { return [] }
    let bytes = Array(text.lowercased().utf8)
    guard bytes.count == text.utf8.count else { return [] }
    return tags.filter { tag in
      guard case .value = tag.kind else { return false }
      let before = String(decoding: bytes[..<tag.place.range.lowerBound], as: UTF8.self)
      return ["script", "style"].contains { name in
        before.split(separator: "<\(name)", omittingEmptySubsequences: false).count
          > before.split(separator: "</\(name)", omittingEmptySubsequences: false).count
      }
    }.map { Diagnostic(.error, TemplateProblem.inScript, at: $0.place) }
  }
}
