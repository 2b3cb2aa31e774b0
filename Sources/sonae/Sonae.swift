import ArgumentParser

/// The command `sonae`.
@main struct Sonae: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sonae",
    abstract: "Run shock scenarios on input-output tables of the world and report the risk.",
    version: Version.current,
    subcommands: [
      RunCommand.self, CompareCommand.self, SweepCommand.self, CheckCommand.self,
      InspectCommand.self,
      ListCommand.self, InitCommand.self, ExplainCommand.self, BenchCommand.self,
      DoctorCommand.self, EconomyCommand.self,
    ])
}
