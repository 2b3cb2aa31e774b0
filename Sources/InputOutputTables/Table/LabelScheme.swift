import Diagnostics
import Files

/// Regions and sectors as node labels tell them: `REGION<separator>SECTOR`, or sectors alone.
struct LabelScheme {
  /// Empty in a table of one region whose labels are sectors.
  let separator: String
  let regions: [String]
  let sectors: [String]
  let nodeRegion: [Int]
  let nodeSector: [Int]

  /// Reads the labels; those that a table of many regions cannot have go to the log.
  init(_ labels: [String], places: [Place], settings: EconomySettings, into log: inout ProblemLog) {
    let parts = labels.map { Self.split($0, at: settings.separator) }
    if settings.hasManyRegions == true {
      for (index, part) in parts.enumerated() where part == nil {
        log.error(
          TableProblem.missingSeparator(labels[index], separator: settings.separator),
          at: places[index])
      }
    }
    let whole = parts.compactMap { $0 }
    let isMultiRegional =
      settings.hasManyRegions
      ?? (whole.count == labels.count && Self.haveTheSameSectors(whole))
    separator = isMultiRegional ? settings.separator : ""
    let nodes =
      isMultiRegional ? whole : labels.map { (region: settings.region, sector: $0) }
    (regions, nodeRegion) = Self.number(nodes.map { $0.region })
    (sectors, nodeSector) = Self.number(nodes.map { $0.sector })
  }

  /// Region of a final-demand column; nil if it belongs to none.
  func region(ofFinalDemand label: String, settings: EconomySettings) -> Int? {
    if let part = Self.split(label, at: settings.separator),
      let region = regions.firstIndex(of: part.region)
    {
      return region
    }
    return regions.count == 1 ? 0 : nil
  }

  /// Region and sector, parted at the first separator; nil if there is none or a part is empty.
  private static func split(
    _ label: String, at separator: String
  ) -> (region: String, sector: String)? {
    guard !separator.isEmpty, let range = label.firstRange(of: separator),
      range.lowerBound > label.startIndex, range.upperBound < label.endIndex
    else { return nil }
    return (String(label[..<range.lowerBound]), String(label[range.upperBound...]))
  }

  private static func haveTheSameSectors(_ parts: [(region: String, sector: String)]) -> Bool {
    var sectors: [String: Set<String>] = [:]
    for part in parts { sectors[part.region, default: []].insert(part.sector) }
    return Set(sectors.values).count == 1
  }

  /// Distinct names in order of appearance, and the number of each one's name.
  private static func number(_ names: [String]) -> (names: [String], numbers: [Int]) {
    var index: [String: Int] = [:]
    var distinct: [String] = []
    let numbers = names.map { name in
      if let known = index[name] { return known }
      index[name] = distinct.count
      distinct.append(name)
      return distinct.count - 1
    }
    return (distinct, numbers)
  }
}
