import ArgumentParser
import Diagnostics
import InputOutputTables

/// `sonae economy export`: writes a table as files.
struct EconomyExportCommand: ParsableCommand {
  /// Layouts of files.
  enum Layout: String, ExpressibleByArgument, CaseIterable {
    /// An economy folder as sonae reads it.
    case folder
    /// Text files as pymrio reads them.
    case pymrio
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a table as a folder of files.")

  @OptionGroup var options: EconomyOptions

  @Option(help: "folder (as sonae reads it) or pymrio.")
  var layout: Layout = .folder

  func validate() throws {
    if options.name != nil { throw ValidationError("an export keeps the table's name") }
  }

  func run() throws {
    try Terminal.refusing(in: options.language) {
      let folder = try options.folder()
      let table = try options.load()
      let note = options.provenance(table, from: table)
      let files =
        switch layout {
        case .folder: FolderWriter.economy(table, provenance: note)
        case .pymrio: FolderWriter.pymrio(table, provenance: note)
        }
      try FolderWriter.write(files, to: folder)
      Terminal.note(printable(options.output))
    }
  }
}
