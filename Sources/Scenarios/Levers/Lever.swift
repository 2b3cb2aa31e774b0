package import Commodities
package import Diagnostics

/// A shock, a response or a change of the world before: what the model and the report see of it.
///
/// Each is one file of this folder and one line of `LeverRegistry`. The file holds everything that is
/// its own: keys with units, defaults, ranges and words, its reading, its effects, its sentences.
package protocol Lever: Sendable, Hashable {
  /// What it does, in the model's primitives, in the order in which they apply.
  func effects(in context: LeverContext) -> [Effect]
  /// Buyers whom it lists, apart from the importer's others.
  var slices: [Slice] { get }
  /// What the report says of what it does to a commodity, `index` in the catalogue; empty: what the
  /// keys say is all.
  func sentences(about commodity: Commodity, at index: Int) -> [Bilingual]
  /// What the report says of what it cannot reach.
  var limits: [Bilingual] { get }
  /// Why it has no effect at all; nil where that is meant.
  func idle(in context: LeverContext) -> Bilingual?
  /// What of the scenario's levers it needs and is not there, in words; nil: nothing.
  func missing(among levers: [AnyLever]) -> Bilingual?
  /// Its key in a scenario file, such as `closure`; nil if no file can state it.
  var key: String? { get }
  /// The lever as one of any kind.
  var erased: AnyLever { get }
}

extension Lever {
  package var slices: [Slice] { [] }
  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] { [] }
  package var limits: [Bilingual] { [] }
  package func idle(in context: LeverContext) -> Bilingual? { nil }
  package func missing(among levers: [AnyLever]) -> Bilingual? { nil }
  package var key: String? { nil }
  package var erased: AnyLever { AnyLever(holding: self) }
}

/// What a lever may look up to say what it does.
package struct LeverContext: Sendable {
  /// The commodity catalogue.
  package let commodities: [Commodity]
  /// All levers of the scenario: one may change what another does.
  package let levers: [AnyLever]

  /// Makes a context.
  package init(commodities: [Commodity], levers: [AnyLever] = []) {
    self.commodities = commodities
    self.levers = levers
  }
}

/// A lever that a scenario file can state.
protocol WrittenLever: Lever {
  /// The list of the file that holds it.
  static var list: LeverList { get }
  /// The key of its group: its path is its name.
  static var group: Key { get }
  /// Its keys, with paths from its group on.
  static var keys: [Key] { get }
  /// Reads it; nil if the reader has reported why, or has no names to look up.
  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader)
}

extension WrittenLever {
  package var key: String? { Self.group.path }
}

/// A list of a scenario file that holds levers.
package enum LeverList: String, Sendable, Hashable, CaseIterable {
  /// The world before the shock.
  case baseline
  /// What goes wrong.
  case shocks
  /// What is done about it.
  case responses
}
