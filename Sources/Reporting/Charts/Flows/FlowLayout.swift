import Diagnostics

/// Where the things and bands of a chart of flows stand, down from the top of the plot.
///
/// Things of the first column stand by size, those of a further one by the mean place of what comes to them,
/// weighted by the flows, which leaves few crossings. Every thing has room for a line of text.
struct FlowLayout {
  /// A named thing of a column.
  struct Node {
    let name: Bilingual
    let column: Int
    /// What passes: the larger of all that comes and all that goes.
    let value: Double
    /// Place in its column from the top.
    var rank = 0
    /// Middle of its bar.
    var middle = 0.0
    /// Height of its bar.
    var thickness = 0.0
  }

  /// One flow; `start` and `end` are the middles of its ends.
  struct Band {
    let source: Int
    let target: Int
    let value: Double
    let thickness: Double
    var start = 0.0
    var end = 0.0
  }

  /// The things, in columns from the left, each from the top.
  private(set) var nodes: [Node] = []
  /// The flows that are above 0.
  private(set) var bands: [Band] = []
  /// How many columns there are.
  let columns: Int
  /// Height of all.
  private(set) var height: Double

  /// Lays out flows of given sizes in at least the given height; a line of text needs `slot`.
  init(_ flows: [Chart.Flow], _ values: [Double?], height: Double, slot: Double) {
    let found = zip(flows, values).compactMap { flow, value in
      value.flatMap { $0 > 0 ? (flow: flow, value: $0) : nil }
    }
    columns = 2 + (flows.map { $0.stage }.max() ?? 0)
    self.height = height
    nodes = FlowLayout.nodes(found)
    let index = Dictionary(
      uniqueKeysWithValues: nodes.enumerated().map { (Key($1.name, $1.column), $0) })
    let most =
      (0..<columns).map { column in
        nodes.filter { $0.column == column }.reduce(0) { $0 + $1.value }
      }.max() ?? 0
    let scale = most > 0 ? height * 0.85 / most : 0
    for place in nodes.indices { nodes[place].thickness = nodes[place].value * scale }
    bands = found.compactMap { flow, value in
      guard let source = index[Key(flow.source, flow.stage)],
        let target = index[Key(flow.target, flow.stage + 1)]
      else { return nil }
      return Band(source: source, target: target, value: value, thickness: value * scale)
    }
    place(slot: slot)
    attach()
  }

  private struct Key: Hashable {
    let name: Bilingual
    let column: Int

    init(_ name: Bilingual, _ column: Int) {
      self.name = name
      self.column = column
    }
  }

  /// Things in the order in which flows name them, with what passes.
  private static func nodes(_ flows: [(flow: Chart.Flow, value: Double)]) -> [Node] {
    var order: [Key] = []
    var sums: [Key: (comes: Double, goes: Double)] = [:]
    for (flow, value) in flows {
      let ends = [Key(flow.source, flow.stage), Key(flow.target, flow.stage + 1)]
      for key in ends where sums[key] == nil {
        order.append(key)
        sums[key] = (0, 0)
      }
      sums[ends[0]]?.goes += value
      sums[ends[1]]?.comes += value
    }
    return order.map { key in
      let sum = sums[key] ?? (0, 0)
      return Node(name: key.name, column: key.column, value: max(sum.comes, sum.goes))
    }
  }

  /// Orders each column, gives every thing its room, and centres columns that are shorter than the plot.
  private mutating func place(slot: Double) {
    let gap = 6.0
    let fulls = (0..<columns).map { column in
      nodes.filter { $0.column == column }.reduce(-gap) { $0 + max(slot, $1.thickness) + gap }
    }
    height = max(height, fulls.max() ?? 0)
    for column in 0..<columns {
      let own = nodes.indices.filter { nodes[$0].column == column }
      let places = own.map { column == 0 ? -nodes[$0].value : source(of: $0) }
      let order = zip(places, own).sorted { $0 < $1 }.map { $0.1 }
      let rooms = order.map { max(slot, nodes[$0].thickness) }
      var y = (height - fulls[column]) / 2
      for (rank, node) in order.enumerated() {
        nodes[node].rank = rank
        nodes[node].middle = y + rooms[rank] / 2
        y += rooms[rank] + gap
      }
    }
  }

  /// Mean middle of what comes to a thing, weighted by the flows; 0 where nothing comes.
  private func source(of node: Int) -> Double {
    let comes = bands.filter { $0.target == node }
    let sum = comes.reduce(0) { $0 + $1.value }
    return sum > 0
      ? comes.reduce(0) { $0 + $1.value * nodes[$1.source].middle } / sum : 0
  }

  /// Stacks the ends of bands along the bars, in the order of their other ends.
  private mutating func attach() {
    for node in nodes.indices {
      let top = nodes[node].middle - nodes[node].thickness / 2
      var y = top
      let goes = bands.indices.filter { bands[$0].source == node }
      for band in goes.sorted(by: { middle(bands[$0].target, $0) < middle(bands[$1].target, $1) }) {
        bands[band].start = y + bands[band].thickness / 2
        y += bands[band].thickness
      }
      y = top
      let comes = bands.indices.filter { bands[$0].target == node }
      for band in comes.sorted(by: { middle(bands[$0].source, $0) < middle(bands[$1].source, $1) })
      {
        bands[band].end = y + bands[band].thickness / 2
        y += bands[band].thickness
      }
    }
  }

  private func middle(_ node: Int, _ band: Int) -> (Double, Int) { (nodes[node].middle, band) }
}
