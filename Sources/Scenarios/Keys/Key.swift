package import Diagnostics
package import Quantities

/// One key of the scenario file: where it stands, what it holds, what it means.
package struct Key: Sendable {
  /// Whether the key must be given, and what stands for it if it is not.
  package enum Presence: Sendable, Hashable {
    /// It must be given.
    case required
    /// It may be left out, and nothing stands for it.
    case optional
    /// Its default as text; another where a preset has its own.
    case standard(String, pooled: String? = nil, ario: String? = nil)
  }

  /// The values that a number may have, in the base unit.
  package struct Bounds: Sendable, Hashable {
    /// The lowest value.
    package let low: Double
    /// The highest value; infinity: none.
    package let high: Double
    /// Whether the lowest value itself is left out.
    package let isOpen: Bool

    /// Makes bounds.
    package init(_ low: Double, _ high: Double, isOpen: Bool = false) {
      self.low = low
      self.high = high
      self.isOpen = isOpen
    }

    /// Whether a value lies within; rounding of a unit is forgiven at neither end.
    package func contains(_ value: Double) -> Bool {
      (isOpen ? value > low : value >= low) && value <= high
    }

    /// 0 to 1.
    package static let share = Bounds(0, 1)
    /// More than 0.
    package static let positive = Bounds(0, .infinity, isOpen: true)
    /// 0 or more.
    package static let notNegative = Bounds(0, .infinity)
  }

  /// Path with `[]` for any index, such as `shocks[].closure.by`.
  package let path: String
  /// What it holds.
  package let type: ValueType
  /// Whether it must be given, and its default.
  package let presence: Presence
  /// The values that its numbers may have; nil: any.
  package let bounds: Bounds?
  /// Words that it takes instead of a number or list, or all of a choice.
  package let words: [String]
  /// Keys of the same group that take its place, all of them together: it and any of them are refused.
  package let alternatives: [String]
  /// Presets under which it has an effect.
  package let presets: [ModelParameters.Preset]
  /// An example of its value.
  package let example: String
  /// What it means.
  package let meaning: Bilingual

  /// Makes a key.
  package init(
    _ path: String, _ type: ValueType, _ presence: Presence = .optional, in bounds: Bounds? = nil,
    words: [String] = [], unless alternatives: [String] = [],
    only presets: [ModelParameters.Preset] = ModelParameters.Preset.allCases, example: String,
    _ en: String, _ ja: String
  ) {
    self.path = path
    self.type = type
    self.presence = presence
    self.bounds = bounds
    self.words = words
    self.alternatives = alternatives
    self.presets = presets
    self.example = example
    meaning = Bilingual(en, ja)
  }

  /// The key with its path below a group.
  func under(_ group: String) -> Key {
    Key(
      group + "." + path, type, presence, in: bounds, words: words, unless: alternatives,
      only: presets, example: example, meaning.en, meaning.ja)
  }

  /// The key where others of its group may take its place.
  func unless(_ alternatives: String...) -> Key {
    Key(
      path, type, presence, in: bounds, words: words, unless: alternatives, only: presets,
      example: example, meaning.en, meaning.ja)
  }

  /// The key's own name, the last of its path.
  package var name: String {
    String(path[(path.lastIndex(of: ".").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  /// The path of the group that it belongs to; empty at the top.
  package var parent: String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? ""
  }

  /// Its default as text under a preset; nil if it has none, or no effect there.
  package func standard(_ preset: ModelParameters.Preset) -> String? {
    guard presets.contains(preset), case .standard(let text, let pooled, let ario) = presence
    else { return nil }
    return switch preset {
    case .sonae: text
    case .pooled: pooled ?? text
    case .ario: ario ?? text
    }
  }

  /// Dimensions of the numbers that it takes; empty if it takes none.
  package var dimensions: [Dimension] {
    switch type {
    case .quantity(let dimensions), .amounts(_, let dimensions), .perProduct(let dimensions):
      dimensions
    case .wholeDays: [.duration]
    case .criticality: [.number, .share]
    case .wholeNumber: [.number]
    default: []
    }
  }
}
