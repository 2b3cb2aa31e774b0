import Diagnostics
import Files
import InputOutputTables
import LinearAlgebra

/// The flows of a table while its file is read; rows and columns that mean the same node add up.
struct FlowTable: Sendable {
  private(set) var labels: TableLabels
  /// Intermediate use Z, n × n, yearly.
  private(set) var use: [Double]
  /// Final demand Y, n × f, yearly.
  private(set) var final: [Double]
  /// Rows under the table, n each, yearly.
  private(set) var items: [[Double]] = []
  /// What each of these rows is, as the layout says it or else its name.
  private(set) var kinds: [PrimaryInputKind] = []
  /// Gross output x by the file's column, n; nil if it has none.
  private(set) var rowOutput: [Double]?
  /// Gross output x by the file's row, n; nil if it has none.
  private(set) var columnOutput: [Double]?
  /// Nodes that have a row.
  private(set) var isFilled: [Bool]
  /// Sum of what rows other than imports state in columns of final demand, which is not kept.
  private(set) var valueAddedOfFinalDemand = 0.0
  /// Sum of imports in columns of final demand, which is not kept.
  private(set) var importsOfFinalDemand = 0.0

  /// Number of nodes n.
  var nodeCount: Int { labels.nodes.count }
  /// Number of columns of final demand f.
  var finalCount: Int { labels.finalDemand.count }

  /// An empty table of these labels; throws if they are more than a table has.
  init(_ labels: TableLabels) throws(DiagnosticList) {
    try Limits.check(nodes: labels.nodes.count)
    self.labels = labels
    let n = labels.nodes.count
    use = [Double](repeating: 0, count: n * n)
    final = [Double](repeating: 0, count: n * labels.finalDemand.count)
    isFilled = [Bool](repeating: false, count: n)
  }

  /// Adds the row of a node.
  mutating func add(_ values: [Double], to node: Int, by map: ColumnMap) {
    isFilled[node] = true
    for run in map.runs {
      switch run.kind {
      case .use: Self.add(values, run, to: &use, at: node * nodeCount)
      case .final: Self.add(values, run, to: &final, at: node * finalCount)
      case .output: state(values[run.start], outputOf: node)
      case .dropped: break
      }
    }
  }

  /// Adds a row under the table; what stands under final demand is only summed.
  ///
  /// `kind` is what the layout says the row is; nil where only its name says it.
  mutating func add(
    _ values: [Double], toValueAdded label: String, kind: PrimaryInputKind? = nil,
    by map: ColumnMap
  ) {
    let item = labels.add(valueAdded: label)
    while items.count <= item {
      items.append([Double](repeating: 0, count: nodeCount))
      kinds.append(kind ?? PrimaryInputKind(label: label) ?? .valueAdded)
    }
    for run in map.runs {
      if run.kind == .use(0) {
        Self.add(values, run, to: &items[item], at: 0)
      } else if run.kind == .final(0) {
        let sum = (run.start..<(run.start + run.count)).reduce(0) { $0 + values[$1] }
        if kinds[item] == .imports {
          importsOfFinalDemand += sum
        } else {
          valueAddedOfFinalDemand += sum
        }
      }
    }
  }

  /// Adds the row of gross output.
  mutating func add(output values: [Double], by map: ColumnMap) {
    var output = columnOutput ?? [Double](repeating: 0, count: nodeCount)
    for run in map.runs where run.kind == .use(0) {
      Self.add(values, run, to: &output, at: 0)
    }
    columnOutput = output
  }

  /// Adds to the gross output that the file states of a node.
  mutating func state(_ output: Double, outputOf node: Int) {
    if rowOutput == nil { rowOutput = [Double](repeating: 0, count: nodeCount) }
    rowOutput?[node] += output
  }

  /// Adds to one cell of final demand.
  mutating func add(_ value: Double, toFinalDemand column: Int, of node: Int) {
    final[node * finalCount + column] += value
  }

  /// Multiplies each column of Z by a factor: coefficients by output are flows.
  mutating func scaleColumns(by factors: [Double]) {
    let n = nodeCount
    for i in 0..<n {
      for j in 0..<n { use[i * n + j] *= factors[j] }
    }
  }

  private static func add(
    _ values: [Double], _ run: ColumnMap.Run, to target: inout [Double], at offset: Int
  ) {
    let values = values.span
    var target = target.mutableSpan
    let shift = offset + run.target - run.start
    for k in run.start..<(run.start + run.count) { target[k + shift] += values[k] }
  }
}
