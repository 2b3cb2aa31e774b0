import ArgumentParser
import Diagnostics
import Files
import Foundation
import InputOutputTables
import Reporting
import TableFormats

/// What every change of a table takes: the table, the new folder and its name.
struct EconomyOptions: ParsableArguments {
  @Argument(help: "A bundled economy's name, or a folder.")
  var economy: String

  @Option(help: "The new folder.")
  var output: String

  @Option(help: "The new table's name; the folder's by default.")
  var name: String?

  @OptionGroup var format: FormatOptions

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  @Flag(help: "Refuse a table whose balance is off by more than 0.1%.")
  var strict = false

  /// The folder to write; throws if it could not be put into its place.
  func folder() throws -> NewFolder { try NewFolder(output) }

  /// The table, its warnings said.
  func load() throws -> InputOutputTable {
    let loaded = try EconomySource.load(economy, strict: strict)
    Terminal.warn(loaded.warnings, in: language)
    return loaded.table
  }

  /// The name of the new table.
  var newName: String {
    name ?? URL(filePath: output).lastPathComponent
  }

  /// Writes a table as a folder and shows it beside the one that it was made of.
  func write(
    _ new: InputOutputTable, from old: InputOutputTable, to folder: consuming NewFolder,
    _ extra: [EconomySummary.Row] = []
  ) throws {
    let note = provenance(new, from: old)
    try FolderWriter.write(FolderWriter.economy(new, provenance: note), to: folder)
    let summary = EconomySummary.table(old, new, extra)
    Terminal.result(format.format.render([summary], format.rendering(in: language)))
    Terminal.note(printable(output))
  }

  /// How a folder was made: program, command, and the table that it was made of.
  func provenance(_ new: InputOutputTable, from old: InputOutputTable) -> String {
    """
    Written by sonae \(Version.current).
    Command: sonae \(CommandLine.arguments.dropFirst().joined(separator: " "))
    Made of: \(old.description.name), SHA-256 \(old.description.sha256)
    Source: \(new.description.source)
    Licence: \(new.description.licence)

    """
  }
}
