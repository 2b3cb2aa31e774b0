internal import Diagnostics
internal import Quantities
package import ScenarioText
internal import Scenarios

/// Finds what of a scenario can be changed.
package struct ControlReader: Sendable {
  private let document: Document
  private let preset: ModelParameters.Preset
  private let start: String?

  /// Makes ready to read a document as it is run: dated entries in their long form, changes applied.
  package init(_ document: Document) {
    self.document = document
    preset =
      document.root["model"]?["preset"]?.text.flatMap { ModelParameters.Preset(rawValue: $0) }
      ?? .sonae
    start = document.root["start"]?.text
  }

  /// What is changed elsewhere: names of files, what is printed, what is drawn.
  private static let elsewhere: Set<String> = [
    "sonae", "title", "title_ja", "economy", "economies", "commodities", "uncertainty", "variants",
    "report",
  ]

  /// Entries first, what went wrong before what is done, then what stands at the top, then the model.
  package var groups: [ControlGroup] {
    let filled = KeyTable.filled(document).root
    let entries = [LeverList.shocks, .responses, .baseline].flatMap { list in
      items(filled[list.rawValue]).enumerated().compactMap { index, item in
        group(item, of: list, at: index)
      }
    }
    let top = members(filled).filter { entry in
      !Self.elsewhere.contains(entry.key) && entry.key != "model"
        && LeverList(rawValue: entry.key) == nil
    }
    return entries
      + [
        ControlGroup(
          path: "", kind: "", isEntry: false, isOff: false, source: "",
          controls: top.flatMap { controls($0, at: $0.key, name: $0.key) }),
        ControlGroup(
          path: "model", kind: "model", isEntry: false, isOff: false, source: "",
          controls: members(filled["model"]).flatMap {
            controls($0, at: "model." + $0.key, name: $0.key)
          }),
      ].filter { !$0.controls.isEmpty }
  }

  private func group(_ item: Node, of list: LeverList, at index: Int) -> ControlGroup? {
    let path = "\(list.rawValue)[\(index)]"
    if item.text == LeverEntry.off {
      return ControlGroup(
        path: path, kind: "", isEntry: true, isOff: true, source: "", controls: [])
    }
    guard let entry = members(item).first else { return nil }
    let inside = path + "." + entry.key
    return ControlGroup(
      path: path, kind: entry.key, isEntry: true, isOff: false,
      source: Comments.before(item.place),
      controls: members(entry.value).flatMap {
        controls($0, at: inside + "." + Self.step($0.key), name: $0.key)
      })
  }

  /// The controls of a value: one for a scalar or list, those of its members for a mapping.
  private func controls(_ entry: Node.Entry, at path: String, name: String) -> [Control] {
    guard let key = KeyTable.key(at: path) else { return [] }
    // A default stands at no text of its own.
    let isGiven = !entry.keyPlace.range.isEmpty
    switch entry.value.content {
    case .mapping(let inner):
      return inner.flatMap {
        controls($0, at: path + "." + Self.step($0.key), name: name + " " + $0.key)
      }
    case .sequence:
      return [
        Control(
          path: path, name: name, kind: .text, value: Self.flow(entry.value), isGiven: isGiven,
          key: KeyWords(key))
      ]
    case .scalar(let text, _):
      return [
        Control(
          path: path, name: name, kind: kind(of: text, key, at: path), value: text,
          isGiven: isGiven, key: KeyWords(key))
      ]
    }
  }

  private func kind(of text: String, _ key: Key, at path: String) -> Control.Kind {
    switch key.type {
    case .flag: return .flag
    case .choice: return .choice
    case .date: return .date
    case .moment:
      if CalendarDate(text) != nil { return .date }
      return day(text, key) ?? .text
    default: return number(text, key, at: path) ?? .text
    }
  }

  /// `day 12`, on a slider.
  private func day(_ text: String, _ key: Key) -> Control.Kind? {
    guard text.hasPrefix("day "), let day = Double(text.dropFirst(4)) else { return nil }
    let range = SliderRange([day, 100], in: .one, bounds: key.bounds, isWhole: true)
    return .number(day, range, prefix: "day ", suffix: "", start: day)
  }

  /// A number with its unit, or a word that stands for one.
  private func number(_ text: String, _ key: Key, at path: String) -> Control.Kind? {
    guard let numeric = KeyTable.numericKey(at: path) else { return nil }
    let written = try? numeric.quantity(text)
    guard written != nil || key.words.contains(text) else { return nil }
    let usual = [key.standard(preset), key.example].compactMap { $0 }
      .compactMap { try? numeric.quantity($0) }
    guard let unit = (written ?? usual.first)?.unit else { return nil }
    let others = usual.filter { $0.unit.dimension == unit.dimension }
      .map { unit.number(fromBase: $0.base) }
    let values = (written.map { [$0.number] } ?? []) + others
    let range = SliderRange(values, in: unit, bounds: key.bounds, isWhole: numeric.isWhole)
    let suffix = unit.name.isEmpty || unit.name == "%" ? unit.name : " " + unit.name
    return .number(
      written?.number, range, prefix: "", suffix: suffix,
      start: written?.number ?? others.first ?? range.low)
  }

  private func members(_ node: Node?) -> [Node.Entry] {
    if case .mapping(let entries)? = node?.content { entries } else { [] }
  }

  private func items(_ node: Node?) -> [Node] {
    if case .sequence(let items)? = node?.content { items } else { [] }
  }

  /// A key as a step of a path.
  static func step(_ key: String) -> String {
    guard key.contains(where: { ".[]=\"'".contains($0) }) else { return key }
    return "\"" + key.replacing("\"", with: "\"\"") + "\""
  }

  /// A list on one line.
  private static func flow(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, _):
      text.contains { ",[]{}:#\"'".contains($0) }
        ? "'" + text.replacing("'", with: "''") + "'" : text
    case .sequence(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { $0.key + ": " + flow($0.value) }.joined(separator: ", ") + "}"
    }
  }
}
