import ArgumentParser
import Diagnostics
import Files
import Foundation
import InputOutputTables

/// The command `sonae`.
@main struct Sonae: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sonae",
    abstract: "Run shock scenarios on input-output tables of the world and report the risk.",
    version: Version.current,
    subcommands: [
      RunCommand.self, ReportCommand.self, VerifyCommand.self, CompareCommand.self,
      SweepCommand.self, EnsembleCommand.self, DecideCommand.self,
      MergeCommand.self, SlurmCommand.self, CheckCommand.self, InspectCommand.self,
      ScreenCommand.self, ImportCommand.self, EconomyCommand.self, CommodityCommand.self,
      ExploreCommand.self, ListCommand.self, InitCommand.self, ExplainCommand.self,
      BenchCommand.self,
      DoctorCommand.self,
    ])

  /// Runs the command that the arguments name; everything is said through `Terminal`.
  static func main() async {
    StandardStream.prepare()
    Foundation.exit(Terminal.ending(with: await outcome()))
  }

  private static func outcome() async -> Int32 {
    if let unknown = UnknownCommand(CommandLine.arguments, known: names) {
      Terminal.note(Diagnostic(.error, unknown).text(in: .en))
      return ExitCode.validationFailure.rawValue
    }
    do {
      var command = try parseAsRoot()
      if let command = command as? any Calculating {
        try Terminal.refusing(in: .en) { try command.demandMemory() }
      }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      let code = exitCode(for: error).rawValue
      let text = fullMessage(for: error)
      if text.isEmpty { return code }
      if code == 0 { Terminal.result(text + "\n") } else { Terminal.note(printableLines(text)) }
      return code
    }
  }

  /// Names of the commands, sorted.
  private static var names: [String] {
    (configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]).sorted()
  }

  /// A text whose lines are safe to print: it may repeat what was typed.
  private static func printableLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
      .joined(separator: "\n")
  }
}
