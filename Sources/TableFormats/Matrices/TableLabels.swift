/// A region's part of a label and what stands behind it.
struct RegionLabel: Hashable, Sendable {
  /// The region's code.
  let region: String
  /// A sector, or an item of final demand.
  let item: String

  /// The label in an economy folder.
  var label: String { "\(region)_\(item)" }
}

/// The nodes and the items of a table in the order in which its file names them.
struct TableLabels: Sendable {
  private(set) var nodes: [RegionLabel] = []
  private(set) var finalDemand: [RegionLabel] = []
  private(set) var valueAdded: [String] = []
  private var nodeIndex: [RegionLabel: Int] = [:]
  private var finalDemandIndex: [RegionLabel: Int] = [:]
  private var valueAddedIndex: [String: Int] = [:]

  /// Codes of the regions in order of appearance.
  var regions: [String] { distinct(nodes.map(\.region)) }

  /// Codes of the sectors in order of appearance.
  var sectors: [String] { distinct(nodes.map(\.item)) }

  /// Index of a node; a new one is added.
  mutating func add(node: RegionLabel) -> Int { Self.add(node, &nodes, &nodeIndex) }

  /// Index of a column of final demand; a new one is added.
  mutating func add(finalDemand label: RegionLabel) -> Int {
    Self.add(label, &finalDemand, &finalDemandIndex)
  }

  /// Index of an item of value added; a new one is added.
  mutating func add(valueAdded label: String) -> Int {
    Self.add(label, &valueAdded, &valueAddedIndex)
  }

  /// Index of a node; nil if there is none.
  func node(_ label: RegionLabel) -> Int? { nodeIndex[label] }

  private static func add<Label: Hashable>(
    _ label: Label, _ list: inout [Label], _ index: inout [Label: Int]
  ) -> Int {
    if let known = index[label] { return known }
    index[label] = list.count
    list.append(label)
    return list.count - 1
  }
}

/// The different names of a list in order of appearance.
func distinct(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}
