internal import Propagation
internal import Scenarios

/// Who should release what and when, and what sharing and a little more of each is worth.
package struct MemberDecision: Sendable {
  /// What members agree on.
  package enum Agreement: Sendable, Hashable, CaseIterable {
    /// Each stock serves its holder alone.
    case alone
    /// One pool serves whoever is short.
    case shared
    /// The same, each giving at least half of its part of all use.
    case obliged
  }

  /// A way that was played on the full model.
  package enum Way: Sendable, Hashable, CaseIterable {
    /// No release of any of them.
    case none
    /// As the file has it.
    case written
    /// Each by its own plan of the linear programme.
    case alone
    /// One pool by shortfall.
    case pool
  }

  /// What a way costs.
  package struct Cost: Sendable {
    package let way: Way
    /// Value added that all holders' regions lose, expected, money of the table.
    package let loss: Double
    /// The same of each holder's region.
    package let ofHolders: [Double]
  }

  /// The linear programme under each agreement, in the order of `Agreement`.
  package let programmes: [(agreement: Agreement, programme: MemberProgramme)]
  /// What each way costs, in the order of `Way`.
  package let costs: [Cost]
  /// Loss of all holders' regions that a day of use more in a holder's users' tanks saves beside its own plan,
  /// expected, money of the table, by holder.
  package let perStockDay: [Double]
  /// Scenarios played.
  package let runs: Int
  /// Whether output collapses or swings in any run.
  package let isDoubtful: Bool

  /// The programme under an agreement.
  package func programme(_ agreement: Agreement) -> MemberProgramme {
    programmes[Agreement.allCases.firstIndex(of: agreement) ?? 0].programme
  }
}

extension MemberDecision {
  /// Finds the plans. Throws what the solver says.
  package static func find(
    _ task: MemberTask, over cases: [DecisionCase], on model: FullModel
  ) async throws(LinearProgrammeFault) -> MemberDecision {
    let chances = cases.map(\.probability)
    let without = cases.map { task.scenario($0.scenario, []) }
    let own = await task.shortages(without, on: model)
    let programmes = try Agreement.allCases.map { agreement throws(LinearProgrammeFault) in
      (agreement: agreement, programme: try task.programme(agreement, own, chances))
    }
    let plans = task.plans(programmes[0].programme)
    let stock = task.holders.map { holder in
      plans + [Stockpile(commodity: task.commodity, holder: holder.partner, days: 1)]
    }
    var scenarios = without + cases.map(\.scenario)
    for levers in [plans, [task.pool]] + stock {
      scenarios += cases.map { task.scenario($0.scenario, levers) }
    }
    let runs = await model.play(scenarios)
    let regions = task.holders.map(\.partner.region)
    func lost(_ set: Int, in region: Int) -> Double {
      zip(chances, runs[set * cases.count..<(set + 1) * cases.count]).reduce(0) {
        $0 + $1.0 * $1.1.losses[region]
      }
    }
    // In one order: the last bits of a sum are the same in every process.
    let every = Set(regions.compactMap { $0 }).sorted()
    let totals = (0..<runs.count / cases.count).map { set in
      every.reduce(0) { $0 + lost(set, in: $1) }
    }
    return MemberDecision(
      programmes: programmes,
      costs: Way.allCases.indices.map { way in
        Cost(
          way: Way.allCases[way], loss: totals[way],
          ofHolders: regions.map { $0.map { lost(way, in: $0) } ?? 0 })
      },
      perStockDay: task.holders.indices.map { totals[2] - totals[4 + $0] },
      runs: runs.count + own.count, isDoubtful: runs.contains(where: \.isDoubtful))
  }
}

extension MemberTask {
  /// [scenario][holder].
  fileprivate func shortages(
    _ scenarios: [Scenario], on model: FullModel
  ) async -> [[Shortage]] {
    let (commodity, codes) = (commodity, holders.map(\.partner.code))
    return await model.watch(scenarios) { batch in
      HoldersRecorder(codes.map { ShortageRecorder(batch, commodity: commodity, codes: [$0]) })
    } result: { recorder, _, column, _ in
      recorder.holders.map { $0.shortage(of: column) }
    }
  }

  fileprivate func programme(
    _ agreement: MemberDecision.Agreement, _ shortages: [[Shortage]], _ chances: [Double]
  ) throws(LinearProgrammeFault) -> MemberProgramme {
    let uses = shortages[0].map(\.use)
    let all = uses.reduce(0, +)
    let members = holders.indices.map { number in
      MemberProgramme.Member(
        volume: holders[number].volume, rate: holders[number].rate,
        earliest: holders[number].earliest,
        obligation: agreement == .obliged && all > 0 ? uses[number] / all / 2 : 0,
        shortages: shortages.map { $0[number] })
    }
    return try MemberProgramme(
      members, probabilities: chances, shared: agreement != .alone)
  }

  fileprivate func plans(_ found: MemberProgramme) -> [any Lever] {
    found.parts.enumerated().flatMap { releases($0, $1.given, period: found.period) }
  }
}

/// Takes down what each of several holders is short of.
private struct HoldersRecorder: Observer {
  var holders: [ShortageRecorder]

  init(_ holders: [ShortageRecorder]) { self.holders = holders }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    for number in holders.indices {
      holders[number].observe(moment, state: state, batch: batch)
    }
  }
}
