import ArgumentParser
import Diagnostics
import InputOutputTables
import Reporting
import TableFormats

/// `sonae import`: a provider's table as an economy folder.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a provider's table, as downloaded, into an economy folder.",
    discussion: "`sonae list formats` tells the formats, what to download, and the licences.")

  @Argument(
    help: "The format: \(ProviderFormat.allCases.map(\.name).joined(separator: ", ")).")
  var name: String

  @Argument(
    help:
      "The file or folder as downloaded: .csv, .tsv, .txt, .gz, .zip, .xlsx or .xlsb; a file of an archive is named behind it: DATA.zip/2020.csv."
  )
  var path: String

  @Option(name: .shortAndLong, help: "The economy folder to make.")
  var output: String

  @Option(help: "The year, where there are several; must be the table's where that says one.")
  var year: Int?

  @Option(help: "The country, where a file holds tables of several: DE or DEU.")
  var region: String?

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  func run() throws {
    try Terminal.refusing(in: language) {
      let format = try ImportCommand.format(named: name)
      let progress: @Sendable (String) -> Void = { Terminal.progress($0) }
      var folder = try EconomyFolder(output, progress: progress)
      let imported = try TableImport.read(
        format, path, year: year, region: region, progress: progress)
      Terminal.warn(imported.messages + TableAudit(imported.table).findings(), in: language)
      try folder.write(imported)
      Terminal.result(ImportCommand.summary(imported, output, in: language))
    }
  }

  /// The format of a name; throws with the nearest one.
  static func format(named name: String) throws -> ProviderFormat {
    if let format = ProviderFormat(named: name) { return format }
    throw DiagnosticList([
      Diagnostic(
        .error,
        ImportProblem.unknownFormat(name, suggestion: nearest(name, in: ProviderFormat.names)))
    ])
  }

  /// What was made, where, and what its terms are.
  static func summary(
    _ imported: ImportedTable, _ folder: String, in language: Language
  ) -> String {
    let (table, record) = (imported.table, imported.provenance)
    let about = table.description
    switch language {
    case .en:
      return """
        \(about.name): \(table.regions.count) regions, \(table.sectors.count) sectors, \
        \(about.moneyUnit)
        written to \(printable(folder)); provenance.md tells its source and every change
        licence: \(record.licence)
        cite: \(record.citation)

        """
    case .ja:
      return """
        \(about.name)：\(table.regions.count) 地域、\(table.sectors.count) 部門、\(about.moneyUnit)
        \(printable(folder)) に書き出しました。出所と変更点は provenance.md にあります
        ライセンス：\(record.licence)
        引用：\(record.citation)

        """
    }
  }
}
