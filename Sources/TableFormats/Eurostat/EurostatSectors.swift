/// The sectors of a table: codes that both sell and buy, each product or industry once.
struct EurostatSectors {
  /// The codes in the table's order.
  private(set) var codes: [String] = []
  /// Sums that their own parts replace.
  private(set) var sums: [String] = []
  /// Parts that do not add up to their sum, which is kept instead.
  private(set) var parts: [String] = []
  private let classes: [String: EurostatClassification]
  private let size: (String) -> Double

  /// Picks the sectors; `size` is a code's output or use, by which sums are compared with parts.
  init(_ candidates: [String], size: @escaping (String) -> Double) {
    self.size = size
    classes = Dictionary(
      uniqueKeysWithValues: candidates.compactMap { code in
        EurostatClassification(Self.plain(code)).map { (code, $0) }
      })
    let ordered = candidates.filter { classes[$0] != nil }
    var kept: Set<String> = []
    for root in ordered where !ordered.contains(where: { covers($0, root) }) {
      kept.formUnion(resolved(root, in: ordered))
    }
    codes = candidates.filter { kept.contains($0) || classes[$0] == nil }
  }

  /// A code without the classification's name in front.
  static func plain(_ code: String) -> String {
    for prefix in ["CPA_", "CPA2_1_"] where code.hasPrefix(prefix) {
      return String(code.dropFirst(prefix.count))
    }
    return code
  }

  private func covers(_ sum: String, _ part: String) -> Bool {
    guard let sum = classes[sum], let part = classes[part] else { return false }
    return sum.covers(part)
  }

  /// The codes that stand for one code: its parts if they add up to it, else itself.
  private mutating func resolved(_ code: String, in all: [String]) -> [String] {
    let inside = all.filter { covers(code, $0) }
    if inside.isEmpty { return [code] }
    let children = inside.filter { part in !inside.contains { covers($0, part) } }
    guard EurostatItems.agree(size(code), children.reduce(0) { $0 + size($1) }) else {
      parts += inside
      return [code]
    }
    sums.append(code)
    return children.flatMap { resolved($0, in: inside) }
  }
}
