extension NumberFormat {
  /// A number inside a sentence: three significant digits without trailing zeros (`0.5`, `90%`).
  package static func brief(_ value: Double, as style: NumberStyle = .significant) -> String {
    var text = rounded(value, as: style)
    let unit = text.hasSuffix("%") ? "%" : ""
    text.removeLast(unit.count)
    guard text.contains(".") else { return text + unit }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text + unit
  }
}
