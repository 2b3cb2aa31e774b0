import ArgumentParser
import Diagnostics
import Files
import InputOutputTables
import Scenarios

/// `sonae economy update`: balances a table to new totals.
struct EconomyUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Balance a table to new totals by RAS or GRAS.",
    discussion: """
      The file has the columns label,row_total,column_total: gross output and intermediate input of \
      nodes, column totals of final demand. Cells left empty and labels left out keep their totals, \
      or are scaled with --scale. Exit code 2: the totals were not met, and nothing is written.
      """)

  @OptionGroup var options: EconomyOptions

  @Option(help: "The new totals: CSV label,row_total,column_total.")
  var totals: String

  @Option(help: "rows or columns: scale the totals left out there until both sums agree.")
  var scale: TableMargins.Side?

  @Option(help: "ras (no negative cells) or gras.")
  var method: InputOutputTable.UpdateMethod = .gras

  @Option(help: "Largest gap to a total, relative.")
  var tolerance = 1e-10

  @Option(help: "Largest number of rounds.")
  var rounds = 2_000

  func validate() throws {
    guard tolerance > 0, rounds > 0 else {
      throw ValidationError("--tolerance and --rounds are above 0")
    }
  }

  func run() throws {
    try Terminal.refusing(in: options.language) {
      let folder = try options.folder()
      let table = try options.load()
      let given = try TableMargins.read(try Source.reading(totals), of: table)
      let margins = try scale.map { try given.scaled($0) } ?? given
      let (new, report) = try Self.converging(in: options.language) {
        try table.updated(
          to: margins, by: method, tolerance: tolerance, rounds: rounds, name: options.newName)
      }
      try options.write(new, from: table, to: folder, Self.rows(report))
    }
  }

  private static func rows(_ report: Balancing.Result) -> [EconomySummary.Row] {
    [
      .init(
        what: Bilingual("Rounds", "反復回数"), before: nil, after: Double(report.rounds),
        isCount: true),
      .init(
        what: Bilingual("Largest gap to a total", "合計との最大の差（相対）"), before: nil,
        after: report.gap),
    ]
  }

  /// Totals that are not met end the program with exit code 2, other mistakes with 1.
  private static func converging<Result>(
    in language: Language, _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let list as DiagnosticList
      where list.diagnostics.contains(where: { $0.problem.code == "not-converged" })
    {
      Terminal.note(list.text(in: language))
      throw ExitCode(2)
    }
  }
}

extension InputOutputTable.UpdateMethod: ExpressibleByArgument {}

extension TableMargins.Side: ExpressibleByArgument {}
