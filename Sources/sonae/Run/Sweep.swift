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

  /// Most points of a grid.
  static let most = 100_000

  /// Runs every point of the grid, those that can in the same batches.
  init(_ file: ScenarioFile, vary: [String], _ options: Batching) async throws {
    let axes = try Sweep.axes(vary)
    let points = try Sweep.points(axes)
    let scenarios = try Sweep.scenarios(file, axes, points)
    let economy = Economy(file.table)
    let commodities = file.commodities
    let prices = PriceBase(file.table)
    let runner = BatchRunner(
      economy, commodities: commodities, width: options.width, threads: options.threads)
    let recorded = Accounts.bytes(of: economy, tracingLimits: false)
    let results = await runner.run(scenarios, recorded: recorded, tracingLimits: false) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      ScenarioResult(
        variant: nil, scenario: scenarios[index],
        assessment: RiskAssessment(
          recorder.accounts(of: column, batch), batch: batch, number: column,
          scenario: scenarios[index], commodities: commodities, prices: prices))
    }
    self.axes = axes
    studies = results.map {
      RiskStudy(results: [$0], economy: economy, commodities: commodities, warnings: [])
    }
    shown = studies[0].shownRegions
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
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return axes
  }

  /// Indices of values, one for each axis.
  private static func points(_ axes: [SweepAxis]) throws -> [[Int]] {
    // As a Double, because the product of many axes passes what an Int holds.
    guard axes.reduce(1.0, { $0 * Double($1.numbers.count) }) <= Double(most) else {
      let text = axes.map(\.path).joined(separator: " × ")
      throw DiagnosticList([Diagnostic(.error, SweepProblem.tooMany(text, most: most))])
    }
    return axes.reduce([[]]) { points, axis in
      points.flatMap { point in axis.numbers.indices.map { point + [$0] } }
    }
  }

  /// The file at each point; a mistake is told once, where the command line made it.
  private static func scenarios(
    _ file: ScenarioFile, _ axes: [SweepAxis], _ points: [[Int]]
  ) throws -> [Scenario] {
    let defaults = try SectorDefaults.bundled()
    let names = Names(file.table, file.commodities)
    var found: [Scenario] = []
    var mistakes: [Diagnostic] = []
    var told: Set<String> = []
    for point in points {
      do throws(DiagnosticList) {
        var document = file.document
        for (axis, index) in zip(axes, point) {
          document = try document.setting(
            path: axis.path, value: Source(name: "--vary \(axis.path)", text: axis.text(at: index)))
        }
        found.append(
          try ScenarioDecoder.decode(document, names: names, defaults: defaults).base)
      } catch {
        mistakes += error.diagnostics.filter { told.insert($0.text(in: .en)).inserted }
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return found
  }

  /// Whether any run shows collapse or oscillation.
  var isDoubtful: Bool { studies.contains { !$0.base.assessment.signs.isEmpty } }
}
