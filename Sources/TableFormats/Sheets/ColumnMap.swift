/// What a column of a file is.
enum ColumnRole: Hashable, Sendable {
  /// Intermediate use by a node.
  case use(Int)
  /// Final demand.
  case final(Int)
  /// Gross output as the file states it.
  case output
  /// A total or another column that is not kept.
  case dropped
}

/// Where the columns of a file go, as runs of neighbours that stay neighbours.
struct ColumnMap: Sendable {
  /// Columns that go to one place side by side.
  struct Run: Sendable {
    var kind: ColumnRole
    var start: Int
    var count: Int
    /// Index of the first one's target.
    var target: Int
  }

  let runs: [Run]
  /// Number of columns of the file, the labels left out.
  let count: Int

  /// Groups columns by their roles.
  init(_ roles: [ColumnRole]) {
    var runs: [Run] = []
    for (column, role) in roles.enumerated() {
      let (kind, target) = Self.split(role)
      if let last = runs.last, last.kind == kind, kind != .dropped, kind != .output,
        last.target + last.count == target
      {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(kind: kind, start: column, count: 1, target: target))
      }
    }
    self.runs = runs
    count = roles.count
  }

  private static func split(_ role: ColumnRole) -> (ColumnRole, Int) {
    switch role {
    case .use(let index): (.use(0), index)
    case .final(let index): (.final(0), index)
    case .output, .dropped: (role, 0)
    }
  }
}
