package import Quantities

extension Commodity {
  /// How a commodity is made: its stages from the first on, and who buys of whom between them
  /// (LEVERS.md A).
  ///
  /// Sellers of the last stage are the origins of the importers. A seller that buys of nobody known stands
  /// outside of the chain: nothing before it stops it.
  package struct Chain: Sendable {
    /// A stage: what its makers need of the stage before.
    package struct Stage: Sendable {
      /// The name in scenarios, such as `oxide`.
      package let name: String
      /// The Japanese name.
      package let nameJa: String
      /// Units made of a unit of the stage before; nil at the first stage.
      package let yield: Figure?
      /// Makers' stock of their input, in days of use.
      package let stockDays: Figure
      /// Minimum operating stock of it, in days of use.
      package let minimumDays: Figure
      /// Extra that its sellers can deliver, as a share of their baseline; nil: the commodity's.
      package let spare: Figure?
      /// Share of the stage's value that its makers add; nil where it is not known.
      package let valueShare: Figure?

      /// Makes a stage.
      package init(
        name: String, nameJa: String, yield: Figure?, stockDays: Figure, minimumDays: Figure,
        spare: Figure?, valueShare: Figure?
      ) {
        self.name = name
        self.nameJa = nameJa
        self.yield = yield
        self.stockDays = stockDays
        self.minimumDays = minimumDays
        self.spare = spare
        self.valueShare = valueShare
      }
    }

    /// What a maker of the next stage buys of a seller of a stage.
    package struct Link: Sendable {
      /// Index of the stage that is sold.
      package let stage: Int
      /// A maker of the next stage.
      package let buyer: String
      /// Who sells.
      package let seller: String
      /// Share of what the buyer buys, 0 to 1.
      package let share: Figure
      /// Days on the way; nil: none are counted.
      package let travelDays: Figure?

      /// Makes a link.
      package init(stage: Int, buyer: String, seller: String, share: Figure, travelDays: Figure?) {
        self.stage = stage
        self.buyer = buyer
        self.seller = seller
        self.share = share
        self.travelDays = travelDays
      }
    }

    /// The stages, the last sells to importers; none: importers buy what nothing else limits.
    package let stages: [Stage]
    /// The links between them.
    package let links: [Link]

    /// Makes a chain.
    package init(stages: [Stage] = [], links: [Link] = []) {
      self.stages = stages
      self.links = links
    }

    /// Whether something stands before the last stage.
    package var isEmpty: Bool { links.isEmpty }

    /// What a maker of the stage after `stage` buys, by seller.
    package func links(of buyer: String, at stage: Int) -> [Link] {
      links.filter { $0.stage == stage && $0.buyer == buyer }
    }

    /// Sellers of a stage, sorted; those of the last are the importers' origins.
    package func sellers(of stage: Int) -> [String] {
      Set(links.filter { $0.stage == stage }.map(\.seller)).sorted()
    }

    /// Share of what a maker sells at a stage that comes through an origin, by its own making or by what it
    /// buys, 0 to 1 (LEVERS.md 0.6: 1 − h with all the origin's makers at 0); an upper bound, since each
    /// unit counts whole once it has passed there.
    ///
    /// `byValue`: each stage counts with the share that it adds; nil where one of them is not known.
    package func content(
      of origin: String, in seller: String, at stage: Int, byValue: Bool = false
    ) -> Double? {
      if seller == origin, !byValue { return 1 }
      let inputs = stage > 0 ? links(of: seller, at: stage - 1) : []
      let own = seller == origin ? 1.0 : 0
      guard !inputs.isEmpty else { return own }
      var before = 0.0
      for link in inputs {
        guard
          let content = content(of: origin, in: link.seller, at: stage - 1, byValue: byValue)
        else { return nil }
        before += (link.share.value ?? 0) * content
      }
      guard byValue else { return before }
      guard let added = stages[stage].valueShare?.value else { return nil }
      return added * own + (1 - added) * before
    }
  }

  /// Countries that a code stands for: those of a group, or itself.
  package func members(of code: String) -> [String] {
    groups.first { $0.code == code }?.members ?? [code]
  }

  /// Share of what an importer uses that comes through an origin at any stage, 0 to 1; the direct share
  /// where no stage stands before the last.
  package func lookThrough(on origin: String, for importer: Importer) -> Double {
    importer.origins.reduce(0) {
      $0 + $1.share
        * (chain.content(of: origin, in: $1.origin, at: max(0, chain.stages.count - 1)) ?? 0)
    }
  }
}
