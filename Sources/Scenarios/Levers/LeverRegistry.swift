/// Every lever, one line each: keys, decoding, `check`, `explain`, `--set` and `--vary` follow from it.
enum LeverRegistry {
  /// The levers, in the order of the reference.
  static let levers: [any WrittenLever.Type] = [
    BaselineDependency.self,
    BaselineStock.self,
    BaselinePrice.self,
    Closure.self,
    WarRiskPremium.self,
    Reroute.self,
    Ban.self,
    Review.self,
    Licence.self,
    ReexportRule.self,
    Contagion.self,
    Capacity.self,
    Destruction.self,
    Demand.self,
    Price.self,
    Currency.self,
    Hoard.self,
    Release.self,
    Diversify.self,
    Recycle.self,
    Restrain.self,
    Thrift.self,
    Substitute.self,
    Obligation.self,
    Pool.self,
    Insure.self,
    Escort.self,
    Priority.self,
    ShareInformation.self,
    Stockpile.self,
    Project.self,
    CapacityBuilding.self,
    Offtake.self,
    Standards.self,
    Floor.self,
    Subsidy.self,
    Swap.self,
    Shield.self,
  ]

  /// The lever of a list's name; nil if there is none.
  static func lever(_ name: String, of list: LeverList) -> (any WrittenLever.Type)? {
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
