import ArgumentParser
import Diagnostics
import Files
import Foundation
import Reporting
import Templates

/// `sonae report`: renders again what runs have stored, without computing.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Render the reports of folders of results again, without computing.")

  @Argument(help: "Folders that `sonae run` or `decide` has written with `--output DIR`.")
  var folders: [String]

  @OptionGroup var format: FormatOptions
  @OptionGroup var pictures: PictureOptions

  @Option(
    help: ArgumentHelp(
      "A Mustache template, such as brief.html.mustache (or .md, .tex, .csv, .txt), to fill instead.",
      valueName: "file"))
  var template: String?

  @Option(help: "Language of the reports: en or ja (default: as they were run).")
  var language: Language?

  @Option(help: "A new folder for every document of the report: page, workbook, charts.")
  var output: String?

  func validate() throws {
    if output != nil, folders.count > 1 {
      throw ValidationError("--output takes one folder of results")
    }
    if folders.count > 1, format.table == nil, [.json, .latex].contains(format.format) {
      throw ValidationError(
        "--format \(format.format.rawValue) is one document: give one folder, or --table NAME")
    }
    if template != nil, folders.count > 1 || format.table != nil || format.format != .text {
      throw ValidationError("--template takes one folder of results, without --format and --table")
    }
    if !pictures.pictures.isEmpty, output == nil {
      throw ValidationError("--pictures needs --output DIR")
    }
  }

  func run() throws {
    try Terminal.refusing(in: language ?? .en) {
      try pictures.check()
      let reports = try folders.map { folder in
        let stored = try StoredReport(folder: folder)
        return StoredReport(stored.report, in: language.map { [$0] } ?? stored.languages)
      }
      let filled = try template.map { try fill($0, with: reports[0]) }
      if let output {
        try write(reports[0], filled, to: output)
      } else {
        Terminal.result(try filled?.text ?? text(reports))
      }
    }
  }

  /// A template's text and the name of its file.
  private func fill(
    _ path: String, with stored: StoredReport
  ) throws -> (name: String, text: String) {
    let template = try ReportTemplate(try Source.reading(path))
    return (template.fileName, try template.text(of: stored.report, in: stored.languages[0]))
  }

  private func write(
    _ stored: StoredReport, _ filled: (name: String, text: String)?, to path: String
  ) throws {
    var folder = try NewFolder(path)
    let files = ReportFiles(stored: stored, pictures: pictures.pictures, explorer: explorer)
    try files.each {
      if $0 == filled?.name {
        throw DiagnosticList([Diagnostic(.error, FolderProblem.nameTaken($0))])
      }
      try folder.write($1, to: $0)
    }
    if let filled { try folder.write(Array(filled.text.utf8), to: filled.name) }
    try folder.finish()
  }

  /// The page that needs no server, as the run has left it; a run's folder without one is told of.
  private var explorer: String? {
    let path = "\(folders[0])/\(PageFile.name)"
    if let page = FileManager.default.contents(atPath: path) {
      return String(decoding: page, as: UTF8.self)
    }
    if (try? RunRecord(folder: folders[0])) != nil {
      Terminal.warn([Diagnostic(.note, FolderProblem.noPage(folders[0]))], in: language ?? .en)
    }
    return nil
  }

  /// The reports under each other; pages and machine-read formats are one whole.
  private func text(_ reports: [StoredReport]) throws -> String {
    let rendering = format.rendering(in: reports[0].languages[0], and: reports[0].languages)
    let names = OutputFolder.fileNames(folders)
    if format.table != nil || format.format == .csv {
      let variants = try zip(names, reports).map { name, stored in
        let wanted = format.table ?? stored.report.tables.first?.name ?? ""
        return TableVariant(
          name: Bilingual(same: name), table: try chosen(wanted, from: stored.report.tables))
      }
      let table = variants.count == 1 ? variants[0].table : Table.stacked(variants)
      return reports[0].report.render(table, as: format.format, rendering)
    }
    if format.format == .html {
      return Page(reports.map(\.report), in: rendering.languages).html
    }
    return reports.map { stored in
      stored.report.render(
        format.format, format.rendering(in: stored.languages[0], and: stored.languages))
    }.joined(separator: "\n")
  }
}
