package import Commodities
package import Diagnostics

/// A lever of any kind: what a scenario holds.
///
/// It stands in place of `any Lever`, which Embedded Swift, the page's engine, has not.
package struct AnyLever: Lever {
  private let box: LeverBox

  fileprivate init(box: LeverBox) { self.box = box }

  /// Holds a lever; one that is held already is not held twice.
  package init(_ lever: some Lever) { self = lever.erased }

  /// The lever, if it is one of this kind.
  package func `as`<Kind: Lever>(_ kind: Kind.Type) -> Kind? {
    (box as? HeldLever<Kind>)?.lever
  }

  package func effects(in context: LeverContext) -> [Effect] { box.effects(in: context) }
  package var slices: [Slice] { box.slices }
  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    box.sentences(about: commodity, at: index)
  }
  package var limits: [Bilingual] { box.limits }
  package func idle(in context: LeverContext) -> Bilingual? { box.idle(in: context) }
  package func missing(among levers: [AnyLever]) -> Bilingual? { box.missing(among: levers) }
  package var key: String? { box.key }
  package var erased: AnyLever { self }

  package static func == (one: AnyLever, other: AnyLever) -> Bool { one.box.equals(other.box) }
  package func hash(into hasher: inout Hasher) { box.hash(into: &hasher) }
}

extension AnyLever {
  init(holding lever: some Lever) { box = HeldLever(lever) }
}

/// What is asked of a lever that is held.
class LeverBox: @unchecked Sendable {
  func effects(in context: LeverContext) -> [Effect] { [] }
  var slices: [Slice] { [] }
  func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] { [] }
  var limits: [Bilingual] { [] }
  func idle(in context: LeverContext) -> Bilingual? { nil }
  func missing(among levers: [AnyLever]) -> Bilingual? { nil }
  var key: String? { nil }
  func equals(_ other: LeverBox) -> Bool { false }
  func hash(into hasher: inout Hasher) {}
  var words: String { "" }
}

private final class HeldLever<Kind: Lever>: LeverBox, @unchecked Sendable {
  let lever: Kind

  init(_ lever: Kind) { self.lever = lever }

  override func effects(in context: LeverContext) -> [Effect] { lever.effects(in: context) }
  override var slices: [Slice] { lever.slices }
  override func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    lever.sentences(about: commodity, at: index)
  }
  override var limits: [Bilingual] { lever.limits }
  override func idle(in context: LeverContext) -> Bilingual? { lever.idle(in: context) }
  override func missing(among levers: [AnyLever]) -> Bilingual? { lever.missing(among: levers) }
  override var key: String? { lever.key }
  override func equals(_ other: LeverBox) -> Bool { (other as? HeldLever<Kind>)?.lever == lever }
  override func hash(into hasher: inout Hasher) { lever.hash(into: &hasher) }
  #if !hasFeature(Embedded)
    override var words: String { "\(lever)" }
  #endif
}

extension AnyLever: CustomStringConvertible {
  /// Its values as Swift prints them; empty in a page.
  package var description: String { box.words }
}
