import Diagnostics
import ScenarioText
import Scenarios

/// The scenarios of a grid of values around one file, before any of them runs.
struct SweepGrid {
  /// What varies; the last axis runs fastest.
  let axes: [SweepAxis]
  /// One a point, in order.
  let scenarios: [Scenario]
  /// Each point in words.
  let names: [String]
  /// What reading the points tells the reader.
  let remarks: [Diagnostic]

  /// Most points of a grid.
  static let most = 100_000

  /// Reads every point; throws all mistakes of axes, or of points.
  init(_ file: ScenarioFile, vary: [String]) throws {
    let axes = try SweepGrid.axes(vary)
    let points = try SweepGrid.points(axes)
    let (scenarios, remarks) = try SweepGrid.scenarios(file, axes, points)
    self.init(
      axes: axes, scenarios: scenarios, names: points.map { SweepGrid.name($0, axes) },
      remarks: remarks)
  }

  private init(
    axes: [SweepAxis], scenarios: [Scenario], names: [String], remarks: [Diagnostic]
  ) {
    self.axes = axes
    self.scenarios = scenarios
    self.names = names
    self.remarks = remarks
  }

  /// Some of its points, evenly over all of them, so that short and long horizons are among them.
  func sample(_ count: Int) -> SweepGrid {
    guard count < scenarios.count else { return self }
    let chosen = (0..<count).map { $0 * scenarios.count / count }
    return SweepGrid(
      axes: axes, scenarios: chosen.map { scenarios[$0] }, names: chosen.map { names[$0] },
      remarks: remarks)
  }

  /// A point in words: the value of each key.
  private static func name(_ point: [Int], _ axes: [SweepAxis]) -> String {
    zip(axes, point).map { "\($0.path)=\($0.values[$1])" }.joined(separator: ", ")
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
}
