package import Quantities

extension Commodity {
  /// How a commodity is made: its stages, each after those that it is made of, and who buys of whom between
  /// them (LEVERS.md A).
  ///
  /// Sellers of the last stage are the origins of the importers. A seller that buys of nobody known stands
  /// outside of the chain: nothing before it stops it.
  package struct Chain: Sendable {
    /// A stage, and what its makers need.
    package struct Stage: Sendable {
      /// The name in scenarios, such as `oxide`.
      package let name: String
      /// The Japanese name.
      package let nameJa: String
      /// What it is made of, all of it needed; none: of no stage of the chain.
      package let inputs: [Input]
      /// Extra that its sellers can deliver, as a share of their baseline; nil: the commodity's.
      package let spare: Figure?
      /// Share of the stage's value that its makers add; nil where it is not known.
      package let valueShare: Figure?

      /// Makes a stage.
      package init(
        name: String, nameJa: String, inputs: [Input] = [], spare: Figure?, valueShare: Figure?
      ) {
        self.name = name
        self.nameJa = nameJa
        self.inputs = inputs
        self.spare = spare
        self.valueShare = valueShare
      }
    }

    /// What a stage is made of: output is as much as the scarcest input lets its makers make.
    package struct Input: Sendable {
      /// Index of the stage that is bought, below that of the stage that is made.
      package let stage: Int
      /// Units made of a unit bought.
      package let yield: Figure
      /// Makers' stock of it, in days of use.
      package let stockDays: Figure
      /// Minimum operating stock of it, in days of use.
      package let minimumDays: Figure
      /// Its part of the value of all inputs; nil: it is the only one, or not known.
      package let share: Figure?

      /// Makes an input.
      package init(
        stage: Int, yield: Figure, stockDays: Figure, minimumDays: Figure, share: Figure? = nil
      ) {
        self.stage = stage
        self.yield = yield
        self.stockDays = stockDays
        self.minimumDays = minimumDays
        self.share = share
      }
    }

    /// What a maker buys of a seller of a stage.
    package struct Link: Sendable {
      /// Index of the stage that is sold.
      package let stage: Int
      /// A maker of a stage that is made of it.
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

    /// What a maker buys of `stage`, by seller.
    package func links(of buyer: String, at stage: Int) -> [Link] {
      links.filter { $0.stage == stage && $0.buyer == buyer }
    }

    /// Sellers of a stage, sorted; those of the last are the importers' origins.
    package func sellers(of stage: Int) -> [String] {
      Set(links.filter { $0.stage == stage }.map { $0.seller }).sorted()
    }

    /// Share of what a maker sells at a stage that comes through an origin, by its own making or by what it
    /// buys, 0 to 1 (LEVERS.md 0.6: 1 − h with all the origin's makers at 0); by volume, an upper bound, since
    /// each unit counts whole once it has passed there. Of several inputs the one that most passes counts.
    package func content(of origin: String, in seller: String, at stage: Int) -> Double {
      if seller == origin { return 1 }
      return inputs(at: stage).reduce(0) { most, input in
        max(
          most,
          links(of: seller, at: input.stage).reduce(0) {
            $0 + ($1.share.value ?? 0) * content(of: origin, in: $1.seller, at: input.stage)
          })
      }
    }

    /// The same by value: each stage counts with the share v that it adds, each input with its part,
    /// τ = v·[own] + (1 − v)·Σ part·Σ share·τ; nil where one of them is not known.
    package func valueContent(of origin: String, in seller: String, at stage: Int) -> Double? {
      let own = seller == origin ? 1.0 : 0
      let bought = inputs(at: stage).map { ($0, links(of: seller, at: $0.stage)) }
      guard bought.contains(where: { !$0.1.isEmpty }) else { return own }
      guard let added = stages[stage].valueShare?.value else { return nil }
      var before = 0.0
      for (input, links) in bought {
        guard let part = bought.count == 1 ? 1 : input.share?.value else { return nil }
        if links.isEmpty { before += part * own }
        for link in links {
          guard let content = valueContent(of: origin, in: link.seller, at: input.stage) else {
            return nil
          }
          before += part * ((link.share.value ?? 0) * content)
        }
      }
      return added * own + (1 - added) * before
    }

    /// What a stage is made of; nothing where the chain has no such stage.
    private func inputs(at stage: Int) -> [Input] {
      stages.indices.contains(stage) ? stages[stage].inputs : []
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
