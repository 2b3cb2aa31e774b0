/// Every lever, one line each: keys, decoding, `check`, `explain`, `--set` and `--vary` follow from it.
enum LeverRegistry {
  /// The levers, in the order of the reference.
  static let levers: [LeverKind] = [
    LeverKind(BaselineDependency.self),
    LeverKind(BaselineStock.self),
    LeverKind(BaselinePrice.self),
    LeverKind(Closure.self),
    LeverKind(WarRiskPremium.self),
    LeverKind(Reroute.self),
    LeverKind(Ban.self),
    LeverKind(Review.self),
    LeverKind(Licence.self),
    LeverKind(ReexportRule.self),
    LeverKind(Contagion.self),
    LeverKind(Capacity.self),
    LeverKind(Destruction.self),
    LeverKind(Demand.self),
    LeverKind(Price.self),
    LeverKind(Currency.self),
    LeverKind(Hoard.self),
    LeverKind(Release.self),
    LeverKind(Diversify.self),
    LeverKind(Recycle.self),
    LeverKind(Restrain.self),
    LeverKind(Thrift.self),
    LeverKind(Substitute.self),
    LeverKind(Obligation.self),
    LeverKind(Pool.self),
    LeverKind(Insure.self),
    LeverKind(Escort.self),
    LeverKind(Priority.self),
    LeverKind(ShareInformation.self),
    LeverKind(Stockpile.self),
    LeverKind(Project.self),
    LeverKind(CapacityBuilding.self),
    LeverKind(Offtake.self),
    LeverKind(Standards.self),
    LeverKind(Floor.self),
    LeverKind(Subsidy.self),
    LeverKind(Swap.self),
    LeverKind(Shield.self),
  ]

  /// The lever of a list's name; nil if there is none.
  static func lever(_ name: String, of list: LeverList) -> LeverKind? {
    levers.first { $0.list == list && $0.group.path == name }
  }

  /// The keys of a list's levers, with whole paths.
  static func keys(of list: LeverList) -> [Key] {
    let group = list.rawValue + "[]"
    return levers.filter { $0.list == list }.flatMap { lever in
      [lever.group.under(group)] + lever.keys.map { $0.under(group + "." + lever.group.path) }
    }
  }
}

/// What a kind of lever is to the reader of a scenario.
struct LeverKind: Sendable {
  /// The list of the file that holds it.
  let list: LeverList
  /// The key of its group: its path is its name.
  let group: Key
  /// Its keys, with paths from its group on.
  let keys: [Key]
  /// Reads one; nil if the reader has reported why, or has no names to look up.
  let read: @Sendable (ScenarioReader.Group, inout ScenarioReader) -> AnyLever?

  /// Takes what a kind says of itself.
  init<Kind: WrittenLever>(_ kind: Kind.Type) {
    list = Kind.list
    group = Kind.group
    keys = Kind.keys
    read = { group, reader in Kind(group, &reader)?.erased }
  }
}
