import ArgumentParser

/// The command `sonae`.
@main struct Sonae: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sonae",
    abstract: "Run shock scenarios on input-output tables of the world and report the risk.",
    version: Version.current,
    subcommands: [
      RunCommand.self, CompareCommand.self, CheckCommand.self, InspectCommand.self,
      ImportCommand.self, ListCommand.self, InitCommand.self, ExplainCommand.self,
      BenchCommand.self,
      DoctorCommand.self,
    ])
}
