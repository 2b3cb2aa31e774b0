import ArgumentParser

/// `sonae economy`: changes a table's shape and writes it anew.
struct EconomyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "economy",
    abstract: "Aggregate, split, update or export a table; the result is a new folder.",
    subcommands: [
      EconomyAggregateCommand.self, EconomySplitCommand.self, EconomyUpdateCommand.self,
      EconomyExportCommand.self,
    ])
}
