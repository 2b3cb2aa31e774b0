package import Diagnostics
import ScenarioText

/// A key of a scenario file and the values that a sweep gives it.
package struct SweepAxis: Sendable {
  /// The path, such as `shocks[0].closure.for`.
  package let path: String
  /// The values as the file would state them, such as `60 days` or `[JPN.34t35, JPN.29]`; at least one.
  package let values: [String]
  /// Where the command line says it.
  package let place: Place

  /// Most values of one axis.
  static let most = 10_000

  /// Keys at the root that a sweep cannot vary: they change no number, or ask for another table.
  private static let fixed = [
    "sonae", "title", "title_ja", "economy", "commodities", "uncertainty", "variants", "report",
  ]

  /// Reads `path=one, two | from..to:step`; throws a placed mistake.
  package init(_ source: Source) throws(DiagnosticList) {
    let text = String(decoding: source.bytes, as: UTF8.self)
    let place = Place(source: source, range: 0..<source.bytes.count)
    func refusal(_ problem: SweepProblem) -> DiagnosticList {
      DiagnosticList([Diagnostic(.error, problem, at: place)])
    }
    guard let equals = text.firstIndex(of: "=") else { throw refusal(.noEquals(text)) }
    let path = trimmed(text[..<equals])
    if path.contains("[+]") { throw refusal(.appends(path)) }
    let root = path.prefix { $0 != "." && $0 != "[" }
    if Self.fixed.contains(String(root)) { throw refusal(.fixed(path)) }
    guard let key = KeyTable.sweptKey(at: path) else {
      let known = KeyTable.keys.map { $0.path }
      throw refusal(.unknownKey(path, suggestion: nearest(KeyTable.general(path), in: known)))
    }
    do throws(SweepProblem) {
      var reader = SweepValues(key: key, numeric: KeyTable.numericKey(at: path), path: path)
      values = try reader.read(trimmed(text[text.index(after: equals)...]))
    } catch {
      throw refusal(error)
    }
    self.path = path
    self.place = place
  }
}

extension KeyTable {
  /// The key whose values, or whose list's items, stand at a path of a file; nil if there is none.
  static func sweptKey(at path: String) -> Key? {
    if let key = key(at: path) { return key }
    let general = general(path)
    guard general.hasSuffix("[]"), let key = key(String(general.dropLast(2))) else { return nil }
    return switch key.type {
    case .kinds, .names, .texts: key
    default: nil
    }
  }
}

/// A text without blanks around it.
func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0 == " " }
  return String(start.reversed().drop { $0 == " " }.reversed())
}
