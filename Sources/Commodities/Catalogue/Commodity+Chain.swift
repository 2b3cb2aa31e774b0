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
    /// buys, 0 to 1 (LEVERS.md 0.6: 1 − h with all the origin's makers at 0); by volume, an upper bound, since
    /// each unit counts whole once it has passed there.
    package func content(of origin: String, in seller: String, at stage: Int) -> Double {
      if seller == origin { return 1 }
      return inputs(of: seller, at: stage).reduce(0) {
        $0 + ($1.share.value ?? 0) * content(of: origin, in: $1.seller, at: stage - 1)
      }
    }

    /// The same by value: each stage counts with the share v that it adds,
    /// τ = v·[own] + (1 − v)·Σ share·τ; nil where one of them is not known.
    package func valueContent(of origin: String, in seller: String, at stage: Int) -> Double? {
      let own = seller == origin ? 1.0 : 0
      let inputs = inputs(of: seller, at: stage)
      guard !inputs.isEmpty else { return own }
      guard let added = stages[stage].valueShare?.value else { return nil }
      var before = 0.0
      for link in inputs {
        guard let content = valueContent(of: origin, in: link.seller, at: stage - 1) else {
          return nil
        }
        before += (link.share.value ?? 0) * content
      }
      return added * own + (1 - added) * before
    }

    /// What a maker of a stage buys of the one before; none at the first, and where nothing is known.
    private func inputs(of maker: String, at stage: Int) -> [Link] {
      stage > 0 ? links(of: maker, at: stage - 1) : []
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
        * chain.content(of: origin, in: $1.origin, at: chain.stages.count - 1)
    }
  }
}
