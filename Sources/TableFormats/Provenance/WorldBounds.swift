/// Whether a world table's output has the size of the world's.
///
/// World GDP was about 23 trillion USD in 1990 and about 106 trillion in 2023 (World Bank, World
/// Development Indicators NY.GDP.MKTP.CD, rounded, from memory; confidence medium), and gross output is about twice GDP. The
/// bounds leave room for other years and other money: a wrong unit misses by a thousand.
package enum WorldBounds {
  /// Trillions of USD or EUR that gross output of a world table lies between.
  package static let trillions = 10.0...1000.0

  private static let scales = [
    ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12),
  ]

  /// What the size of output says of the unit; nil where it says nothing.
  package static func remark(on output: [Double], unit: String) -> Remark? {
    let words = unit.split(separator: " ").map(String.init)
    guard words.count == 2, ["USD", "EUR"].contains(words[1]),
      let scale = scales.first(where: { $0.0 == words[0] })
    else { return nil }
    let total = output.reduce(0, +)
    let shown = shortText(total)
    if trillions.contains(total * scale.1 / 1e12) {
      return Remark(
        .check, "magnitude", en: "world output is \(shown) \(unit): the right order of magnitude",
        ja: "世界の産出額は \(shown) \(unit) で、桁は妥当です")
    }
    let fitting = scales.filter { trillions.contains(total * $0.1 / 1e12) }.map(\.0)
    let guess =
      fitting.isEmpty ? "" : "; it would fit \(fitting.joined(separator: " or ")) \(words[1])"
    return Remark(
      .warning, "magnitude",
      en:
        "world output is \(shown) in these units (\(unit)): is it thousand, million or billion?\(guess)",
      ja: "世界の産出額が \(shown)(\(unit))です。千・百万・十億のどれでしょうか"
        + (fitting.isEmpty ? "" : "(\(fitting.joined(separator: "・")) なら妥当)"))
  }

  /// A number in three digits.
  private static func shortText(_ value: Double) -> String {
    var exponent = 0
    var size = abs(value)
    while size >= 1000 {
      size /= 10
      exponent += 1
    }
    let digits = Int(size.rounded())
    let zeros = String(repeating: "0", count: exponent)
    return (value < 0 ? "-" : "") + "\(digits)\(zeros)"
  }
}
