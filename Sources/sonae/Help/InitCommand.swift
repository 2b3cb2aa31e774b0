import ArgumentParser
import Diagnostics
import Files

/// `sonae init`: writes a scenario to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a scenario file to start from.")

  @Argument(help: "Name of the new scenario; the file is NAME.yaml.")
  var name: String

  @Option(help: "A bundled scenario to copy instead of the short one.")
  var from: String?

  @Option(help: "A short scenario of one kind: \(Template.names).")
  var template: Template?

  @Option(help: "Language of messages: en or ja.")
  var language: Language = .en

  func validate() throws {
    if from != nil, template != nil {
      throw ValidationError("--from and --template are two scenarios: give one of them")
    }
  }

  func run() throws {
    try Terminal.refusing(in: language) {
      let path = name.hasSuffix(".yaml") ? name : name + ".yaml"
      let text = try from.map { try ScenarioFile.source(named: $0).source.bytes }
      let bytes = text ?? Array((template?.text ?? Starter.scenario).utf8)
      try NewFile.write(bytes, to: path, replacing: false)
      Terminal.note("\(path)\nsonae check \(path)\nsonae run \(path)")
    }
  }
}

/// A short scenario that shows every part.
enum Starter {
  static let scenario = """
    # A scenario: what the world looks like, what goes wrong, what is done about it.
    # `sonae explain KEY` tells what a key means; `sonae check FILE` shows every default.
    sonae: 1
    title: Half of Japan's vehicle output stops for 30 days
    economy: world-2022
    start: 2026-04-01
    horizon: 365 days
    model: {preset: sonae}

    shocks:
      - capacity: {nodes: [JPN.34t35], by: 50%, from: day 5, for: 30 days, recovery: linear over 30 days}

    variants:
      for 90 days: {"shocks[0].capacity.for": 90 days}

    report: {regions: [JPN, KOR, CHN, USA], language: [en, ja]}

    """
}
