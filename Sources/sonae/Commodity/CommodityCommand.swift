import ArgumentParser

/// `sonae commodity`: makes and checks a commodity of one's own.
struct CommodityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commodity", abstract: "Start or check a commodity's folder.",
    subcommands: [CommodityInitCommand.self, CommodityCheckCommand.self])
}
