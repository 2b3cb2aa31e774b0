/// Tells formats apart by the first rows of a file.
enum Sniffer {
  /// The format that the rows look like; nil if none.
  static func guess(_ rows: [[String]]) -> ProviderFormat? {
    guard let first = rows.first(where: { $0.contains { !$0.isEmpty } }) else { return nil }
    if first[0] == "rowLabels" || first.contains(where: { $0.hasSuffix("_P3_S14") }) {
      return .figaro
    }
    if first.contains(where: { $0.hasSuffix("_HFCE") || $0.hasPrefix("HC_") }) { return .oecdICIO }
    if first[0] == "region" { return .exiobase }
    if first.contains(where: { $0.lowercased().contains("stk_flow") }) { return .eurostat }
    let cells = rows.prefix(10).flatMap { $0 }
    if cells.contains("内生部門計") { return .japan }
    if cells.contains(where: { ["Commodities/Industries", "Industries/Commodities"].contains($0) })
    {
      return .usBEA
    }
    if cells.contains("Origin"), cells.contains("Year") { return .wiodNational }
    if cells.contains("c35"), cells.contains("F1") { return .adb }
    if cells.contains("c35"), cells.contains("c37"), !cells.contains("c36") { return .wiod2013 }
    if cells.contains("c56") { return .wiod2016 }
    return nil
  }
}
