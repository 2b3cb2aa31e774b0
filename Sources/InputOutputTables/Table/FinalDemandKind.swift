/// Who takes what a final-demand column buys.
///
/// A table of one region ends at its border: its exports are a column, and where imports are not
/// told apart from home products (competitive imports) they are a negative one.
package enum FinalDemandKind: String, Sendable, Hashable, CaseIterable {
  /// Households, government, investment and stocks of the column's region.
  case domestic
  /// Users outside the table's regions.
  case exports
  /// Minus what users inside bought from outside, duties included.
  case imports

  /// The kind that a column's label says: codes of the providers and words in English and Japanese.
  ///
  /// `region` and `separator` are the label's prefix, which does not count.
  package init(label: String, region: String = "", separator: String = "_") {
    let prefix = region + separator
    let item = (label.hasPrefix(prefix) ? String(label.dropFirst(prefix.count)) : label)
      .lowercased()
    let holds = { (words: [String]) in words.contains { item.contains($0) } }
    if ["exp", "p6", "f040", "f04000"].contains(item) || holds(["export", "輸出", "移出"]) {
      self = .exports
    } else if ["imp", "p7", "f050", "f05000"].contains(item)
      || holds(["import", "customs dut", "custom dut", "輸入", "移入", "関税"])
    {
      self = .imports
    } else {
      self = .domestic
    }
  }
}

extension InputOutputTable {
  /// Columns of a region's private final demand: households, non-profits and fixed investment; all of its
  /// own where none says that it is one of these.
  package func privateColumns(of region: Int) -> [Int] {
    let own = finalDemandLabels.indices.filter {
      finalDemandRegion[$0] == region && finalDemandKinds[$0] == .domestic
    }
    let items: Set = [
      "hfce", "npish", "gfcf", "cons_h", "cons_np", "p3_s14", "p3_s15", "p51g",
      "households", "fixed investment",
    ]
    let prefix = regions[region].code + separator
    let found = own.filter { column in
      let label = finalDemandLabels[column]
      let item = label.hasPrefix(prefix) ? String(label.dropFirst(prefix.count)) : label
      return items.contains(item.lowercased())
    }
    return found.isEmpty ? own : found
  }
}
