import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios

/// A grid of scenarios around one file, and what each costs.
struct Sweep {
  /// What varies; the last axis runs fastest.
  let axes: [SweepAxis]
  /// One study a point of the grid, in order.
  let studies: [RiskStudy]
  /// The regions shown.
  let shown: [Int]
  /// What the reader should know: of the file, of points, and of what the axes do to shares.
  let warnings: [Diagnostic]

  /// Most points of a grid.
  static let most = 100_000

  /// Runs every point of the grid, those that can in the same batches.
  init(_ file: ScenarioFile, vary: [String], _ options: Batching) async throws {
    let axes = try Sweep.axes(vary)
    let points = try Sweep.points(axes)
    let (scenarios, remarks) = try Sweep.scenarios(file, axes, points)
    let economy = Economy(file.table)
    let commodities = file.commodities
    let names = points.map { Sweep.name($0, axes) }
    try Reach.refuse(Array(zip(names, scenarios)), in: economy, commodities: commodities)
    let prices = PriceBase(file.table)
    let runner = BatchRunner(
      economy, commodities: commodities, width: options.width, threads: options.threads)
    let recorded = Accounts.bytes(
      of: economy, days: scenarios.map(\.horizon).max() ?? 1, tracingLimits: false)
    let twins = IncomeTwins(scenarios, commodities: commodities)
    let every = await runner.run(twins.scenarios, recorded: recorded, tracingLimits: false) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      // Second runs reach what their scenario does.
      let reach =
        index < scenarios.count
        ? Reach(
          batch, column: column, of: scenarios[index], named: names[index],
          commodities: commodities) : nil
      let assessment = RiskAssessment(
        recorder.accounts(of: column, batch), batch: batch, number: column,
        scenario: twins.scenarios[index], commodities: commodities, prices: prices)
      return (assessment: assessment, reach: reach)
    }
    let whole = twins.joined(every) { $0.assessment.addIncome($1.assessment) }
    let results = zip(whole, scenarios).map {
      found, scenario in
      (
        result: ScenarioResult(
          variant: nil, scenario: scenario, assessment: found.assessment,
          uncomputed: found.reach?.uncomputed ?? []), messages: found.reach?.messages ?? []
      )
    }
    self.axes = axes
    studies = results.map {
      RiskStudy(results: [$0.result], economy: economy, commodities: commodities, warnings: [])
    }
    shown = studies[0].shownRegions
    // What holds for the file's own values may hold at no point.
    warnings =
      (file.standing + file.ofOneEconomy).filter { $0.severity == .warning } + remarks
      + Sweep.few(Reach.distinct(results.flatMap(\.messages)).filter { $0.severity == .warning })
      + Sweep.horizons(scenarios)
  }

  /// Messages with a place, and of those about single points a handful and the number of the rest.
  private static func few(_ messages: [Diagnostic]) -> [Diagnostic] {
    let points = messages.filter { $0.place == nil }
    let rest = points.count - 5
    return messages.filter { $0.place != nil } + points.prefix(5)
      + (rest > 0 ? [Diagnostic(.warning, RunProblem.morePoints(rest))] : [])
  }

  /// A point in words: the value of each key.
  private static func name(_ point: [Int], _ axes: [SweepAxis]) -> String {
    zip(axes, point).map { "\($0.path)=\($0.values[$1])" }.joined(separator: ", ")
  }

  private static func horizons(_ scenarios: [Scenario]) -> [Diagnostic] {
    let days = scenarios.map(\.horizon)
    guard let shortest = days.min(), let longest = days.max(), shortest < longest else {
      return []
    }
    return [
      Diagnostic(.warning, RunProblem.ownHorizons(shortest: shortest, longest: longest))
    ]
  }

  private static func axes(_ vary: [String]) throws -> [SweepAxis] {
    var axes: [SweepAxis] = []
    var mistakes: [Diagnostic] = []
    for text in vary {
      do throws(DiagnosticList) {
        axes.append(try SweepAxis(Source(name: "--vary", text: text)))
      } catch {
        mistakes += error.diagnostics
      }
    }
    for (index, axis) in axes.enumerated()
    where axes[..<index].contains(where: { $0.path == axis.path }) {
      mistakes.append(Diagnostic(.error, SweepProblem.twice(axis.path), at: axis.place))
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return axes
  }

  /// Indices of values, one for each axis.
  private static func points(_ axes: [SweepAxis]) throws -> [[Int]] {
    // As a Double, because the product of many axes passes what an Int holds.
    guard axes.reduce(1.0, { $0 * Double($1.values.count) }) <= Double(most) else {
      let text = axes.map(\.path).joined(separator: " × ")
      throw DiagnosticList([Diagnostic(.error, SweepProblem.tooMany(text, most: most))])
    }
    return axes.reduce([[]]) { points, axis in
      points.flatMap { point in axis.values.indices.map { point + [$0] } }
    }
  }

  /// The file at each point; a mistake is told once, where the command line made it.
  private static func scenarios(
    _ file: ScenarioFile, _ axes: [SweepAxis], _ points: [[Int]]
  ) throws -> ([Scenario], [Diagnostic]) {
    let defaults = try SectorDefaults.bundled()
    let names = Names(file.table, file.commodities)
    var found: [Scenario] = []
    var mistakes: [Diagnostic] = []
    var remarks: [Diagnostic] = []
    var told: Set<String> = []
    // Only the file as written is swept: its variants may change what a point has replaced.
    let bare = file.document.leavingOut("variants").leavingOut("uncertainty")
    for point in points {
      do throws(DiagnosticList) {
        var document = bare
        for (axis, index) in zip(axes, point) {
          document = try document.setting(
            path: axis.path, value: Source(name: "--vary \(axis.path)", text: axis.values[index]))
        }
        let decoded = try ScenarioDecoder.decode(document, names: names, defaults: defaults)
        found.append(decoded.base)
        remarks += decoded.warnings.filter { told.insert($0.text(in: .en)).inserted }
      } catch {
        mistakes += error.diagnostics.filter { told.insert($0.text(in: .en)).inserted }
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return (found, remarks)
  }

  /// Whether any run shows collapse or oscillation.
  var isDoubtful: Bool { studies.contains { !$0.base.assessment.signs.isEmpty } }
}
