import ArgumentParser
import Diagnostics
import Quantities

/// What a user may say about a question.
struct DecideOptions: ParsableArguments {
  @Option(help: "Whose loss counts (default: the first region of the file's report).")
  var region: String?

  @Option(
    help: ArgumentHelp(
      "release, portfolio: the cases that may come, 'path=value, value, …' or variants (the file's).",
      valueName: "cases"))
  var over: String?

  @Option(
    help: "release, portfolio: chances of the cases, such as '50%, 30%, 20%' (default: equal).")
  var chances: String?

  @Option(
    help:
      "release: number of the `release` among the responses (default: the first for the region).")
  var response: Int?

  @Option(
    help: "portfolio: what may be spent, such as '500 billion JPY'; needed.")
  var budget: String?

  @Option(help: "portfolio: units of the budget's currency in one USD, where it is not in USD.")
  var perDollar: Double?

  @Option(
    help:
      "portfolio: draws of the file's `uncertainty` to decide on, and as many fresh ones to check; policies: draws that all of them meet (default 100)."
  )
  var draws: Int?

  @Option(help: "threshold: the key that grows, 'path=from..to'; needed.")
  var vary: String?

  @Option(help: "threshold: the loss to pass, a share of the horizon's GDP (default 1%).")
  var above: String?

  @Option(help: "policies: the largest loss that is acceptable, a share of the horizon's GDP.")
  var acceptable: String?

  @Option(help: "single-points: days for which each is stopped (default 60).")
  var days: Int?

  @Option(
    help: "single-points: trade links tried, the largest into the region first (default 1000).")
  var links: Int?

  @Option(help: "single-points: rows shown (default 25).")
  var top: Int?

  @Option(help: "attribution: random orders where there are more than 10 entries (default 50).")
  var orders: Int?

  func validate() throws {
    let counts = [
      ("draws", draws), ("days", days), ("top", top), ("orders", orders),
    ]
    for (name, value) in counts {
      if let value, value < 1 { throw ValidationError("--\(name) takes a whole number above 0") }
    }
    for (name, value) in [("links", links), ("response", response)] {
      if let value, value < 0 { throw ValidationError("--\(name) takes 0 or more") }
    }
    if let perDollar, !(perDollar > 0 && perDollar.isFinite) {
      throw ValidationError("--per-dollar takes a number above 0")
    }
  }

  /// Refuses options that no figure of a question answers to; every one of them at once.
  func refuseIdle(for question: DecideQuestion) throws(DiagnosticList) {
    let idle = given.filter { !$0.of.contains(question) }
    guard idle.isEmpty else {
      throw DiagnosticList(
        idle.map { Diagnostic(.error, DecideProblem.idle(option: $0.name, question: question)) })
    }
  }

  /// The options as given, such as `--days=30`: what asks the same again.
  var arguments: [String] {
    (region.map { ["--region=\($0)"] } ?? []) + given.map { "\($0.name)=\($0.value)" }
  }

  /// Options of some questions that were given, as text, and whose they are.
  private var given: [(name: String, value: String, of: [DecideQuestion])] {
    let all: [(String, (any CustomStringConvertible)?, [DecideQuestion])] = [
      ("--over", over, [.release, .portfolio]),
      ("--chances", chances, [.release, .portfolio]),
      ("--response", response, [.release]),
      ("--budget", budget, [.portfolio]),
      ("--per-dollar", perDollar, [.portfolio]),
      ("--draws", draws, [.portfolio, .policies]),
      ("--vary", vary, [.threshold]),
      ("--above", above, [.threshold]),
      ("--acceptable", acceptable, [.policies]),
      ("--days", days, [.singlePoints]),
      ("--links", links, [.singlePoints]),
      ("--top", top, [.singlePoints]),
      ("--orders", orders, [.attribution]),
    ]
    return all.compactMap { name, value, questions in
      value.map { (name, $0.description, questions) }
    }
  }
}
