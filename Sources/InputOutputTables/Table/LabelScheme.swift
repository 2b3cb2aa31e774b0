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
    if !isMultiRegional, settings.saysNothingOfRegions,
      let problem = Self.likelyRegions(of: labels, settings.separator)
    {
      log.warn(problem, at: places[0])
    }
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

  /// What else may part the labels' regions and sectors.
  private static let usualSeparators = ["_", ".", "-", "|"]

  /// Why labels that look like those of many regions are read as sectors of one; nil if they do not.
  private static func likelyRegions(of labels: [String], _ separator: String) -> TableProblem? {
    for other in [separator] + usualSeparators where labels.allSatisfy({ $0.contains(other) }) {
      let parts = labels.compactMap { split($0, at: other) }
      guard parts.count == labels.count, let example = parts.first else { continue }
      if other != separator {
        let (regions, sectors) = (Set(parts.map { $0.region }), Set(parts.map { $0.sector }))
        guard regions.count > 1, sectors.count > 1, haveTheSameSectors(parts) else { continue }
        return .otherSeparator(
          labels[0], region: example.region, separator: other, read: separator)
      }
      if let (region, sector) = lack(in: parts) {
        return .unevenRegions(region: region, lacks: sector, separator: separator)
      }
    }
    return nil
  }

  /// A region, and a sector that it lacks and most others have; nil if sectors are not shared so.
  private static func lack(
    in parts: [(region: String, sector: String)]
  ) -> (region: String, sector: String)? {
    let (regions, _) = number(parts.map { $0.region })
    let (sectors, _) = number(parts.map { $0.sector })
    let nodes = Set(parts.map { [$0.region, $0.sector] })
    // Codes of one country's sectors share what stands behind a separator now and then, regions mostly.
    guard regions.count > 1, 2 * nodes.count > regions.count * sectors.count else { return nil }
    for region in regions {
      for sector in sectors where !nodes.contains([region, sector]) { return (region, sector) }
    }
    return nil
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
