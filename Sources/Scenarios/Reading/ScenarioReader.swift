import Diagnostics
import Quantities
import ScenarioText

/// Reads the nodes of one document by the table of keys and collects every mistake.
///
/// A function that returns nil has reported why, or has no names to look up.
struct ScenarioReader {
  /// The economy's names; nil if it did not load: then only shapes and amounts are read.
  let names: Names?
  let defaults: SectorDefaults
  let preset: ModelParameters.Preset
  var start: CalendarDate?
  var horizon = Int.max
  /// First day of the list's entry before the one at hand, and of that one as far as it is read.
  var firstBefore: Int?
  var firstHere: Int?
  /// Where entries, by their own place, state the day that they count from.
  var startPlaces: [Place: Place] = [:]
  /// Whether the entry at hand is its list's first, and whether the one right before it is off.
  var isFirstOfList = false
  var isAfterGap = false
  private(set) var messages: [Diagnostic] = []
  private var errorCount = 0

  /// So many mistakes are told, as of the file's shape; the rest of a longer list is not read.
  static let mostMistakes = 50

  /// Whether no further mistake is told.
  var isFull: Bool { errorCount > Self.mostMistakes }

  init(names: Names?, defaults: SectorDefaults, preset: ModelParameters.Preset) {
    self.names = names
    self.defaults = defaults
    self.preset = preset
  }

  /// A value with its key; the value may be the key's default.
  struct Field {
    let key: Key
    let node: Node
    let keyPlace: Place
    /// Where its value stands.
    var place: Place { node.place }
  }

  /// A mapping of the keys of a group, defaults included.
  struct Group {
    let path: String
    let place: Place
    fileprivate let fields: [String: Field]

    /// The value of a key of the table.
    subscript(name: String) -> Field? {
      precondition(KeyTable.key(KeyTable.path(path, name)) != nil, "no key \(path).\(name)")
      return fields[name]
    }
  }

  /// An entry of a list of kinds.
  struct Item {
    /// Its number in the list, from 0; entries that are off count.
    let index: Int
    let kind: String
    let group: Group
  }

  mutating func report(_ problem: some Problem, at place: Place) {
    if !isFull { add(Diagnostic(.error, problem, at: place)) }
  }

  private mutating func add(_ message: Diagnostic) {
    messages.append(message)
    if message.severity == .error { errorCount += 1 }
  }

  mutating func warn(_ problem: some Problem, at place: Place) {
    if messages.count <= 2 * Self.mostMistakes {
      messages.append(Diagnostic(.warning, problem, at: place))
    }
  }

  mutating func note(_ problem: some Problem, at place: Place) {
    messages.append(Diagnostic(.note, problem, at: place))
  }

  mutating func report(_ list: DiagnosticList) {
    for message in list.diagnostics where !isFull { add(message) }
  }

  /// Warns of a key that is given another value than its default while another leaves it without effect.
  mutating func remark(_ field: Field?, isIdleBy reason: String) {
    guard let field, !field.keyPlace.range.isEmpty,
      field.node.text != field.key.standard(preset)
    else { return }
    warn(
      ScenarioProblem.Remark.noEffect(field.key.path, because: reason), at: field.keyPlace)
  }

  /// Opens a group: reports keys that are unknown, missing, or exclude each other.
  mutating func open(_ node: Node, _ path: String, at place: Place) -> Group? {
    guard let entries = node.mapping else {
      let key = KeyTable.key(path)
      report(
        ScenarioProblem.Shape.needsMapping(
          key?.name ?? "scenario", example: key.map(Self.line) ?? "economy: world-2022"),
        at: node.place)
      return nil
    }
    let known = KeyTable.keys(of: path)
    let name = KeyTable.key(path)?.name ?? ""
    let all = known.map { $0.name }
    for entry in entries where !all.contains(entry.key) {
      if isFull { break }
      report(
        ScenarioProblem.Shape.unknownKey(
          entry.key, group: name, suggestion: nearest(entry.key, in: all), known: all),
        at: entry.keyPlace)
    }
    let complete = KeyTable.completed(entries, of: path, preset: preset, in: node)
    let fields = known.compactMap { key in
      complete.first { $0.key == key.name }.map {
        (key.name, Field(key: key, node: $0.value, keyPlace: $0.keyPlace))
      }
    }
    let group = Group(
      path: path, place: place, fields: Dictionary(uniqueKeysWithValues: fields))
    reportPresence(of: known, in: group, name: name)
    return group
  }

  private mutating func reportPresence(of known: [Key], in group: Group, name: String) {
    for key in known where !key.presets.contains(preset) {
      guard let field = group.fields[key.name] else { continue }
      warn(
        ScenarioProblem.Remark.otherPreset(
          key.path, preset: preset.rawValue, belongs: key.presets.map { $0.rawValue }),
        at: field.keyPlace)
    }
    // Of keys that exclude each other the first tells what is wrong.
    var told: Set<String> = []
    for key in known where told.isDisjoint(with: key.alternatives) {
      let other = key.alternatives.first { group.fields[$0] != nil }
      if let field = group.fields[key.name] {
        guard let other else { continue }
        told.insert(key.name)
        report(ScenarioProblem.Shape.bothGiven(key.name, other), at: field.keyPlace)
      } else if key.presence == .required, other == nil {
        told.insert(key.name)
        report(missing(key, of: known, in: group, name: name), at: group.place)
      }
    }
  }

  /// A missing key alone, or with those that may take its place; not with them if the keys that it goes
  /// together with are given.
  private func missing(
    _ key: Key, of known: [Key], in group: Group, name: String
  ) -> ScenarioProblem.Shape {
    let others = known.filter { key.alternatives.contains($0.name) }
    let isBegun = known.contains {
      $0.alternatives == key.alternatives && group.fields[$0.name] != nil
    }
    return others.isEmpty || isBegun
      ? .missingKey(key.name, group: name, example: key.example)
      : .missingOneOf(
        key.name, others.map { $0.name }, group: name,
        examples: [Self.line(key), others.map(Self.line).joined(separator: ", ")])
  }

  /// Opens a field that is a group.
  mutating func group(_ field: Field?) -> Group? {
    guard let field else { return nil }
    return open(field.node, field.key.path, at: field.keyPlace)
  }

  /// Opens the entries of a list of kinds; those that are off are left out.
  mutating func items(_ field: Field?) -> [Item] {
    guard let field else { return [] }
    guard let nodes = field.node.list else {
      report(
        ScenarioProblem.Shape.needsList(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      isFull || node.text == LeverEntry.off ? nil : item(node, at: index, of: field.key)
    }
  }

  private mutating func item(_ node: Node, at index: Int, of key: Key) -> Item? {
    let known = KeyTable.keys(of: key.path + "[]").map { $0.name }
    guard let entries = node.mapping, entries.count == 1 else {
      let found = node.mapping?.map { $0.key } ?? node.text.map { [$0] } ?? []
      report(
        ScenarioProblem.Shape.needsOneKind(group: key.name, found: found, known: known),
        at: node.place)
      return nil
    }
    let path = key.path + "[]." + entries[0].key
    guard let kind = KeyTable.key(path) else {
      report(
        ScenarioProblem.Shape.unknownKind(
          entries[0].key, group: key.name, suggestion: nearest(entries[0].key, in: known),
          known: known), at: entries[0].keyPlace)
      return nil
    }
    return open(entries[0].value, path, at: entries[0].keyPlace)
      .map { Item(index: index, kind: kind.name, group: $0) }
  }

  /// A key with its example, as a line of a file.
  static func line(_ key: Key) -> String { "\(key.name): \(key.example)" }
}
