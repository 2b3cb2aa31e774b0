/// The choice of responses as programmes with whole variables, from what each saves alone and beside all
/// others: bounds, and sets worth playing on the full model.
struct PortfolioProgramme {
  private let costs: [Double]
  private let budget: Double
  private let probabilities: [Double]
  private let without: [Double]
  /// Loss saved alone, [response][case].
  private let alone: [[Double]]
  /// Loss saved beside all others, [response][case].
  private let last: [[Double]]

  /// Takes what was played: no response, each alone, all, and all but each.
  init(_ runs: PortfolioRuns, budget: Double) {
    let all = Set(0..<runs.items)
    let losses = { (set: Set<Int>) in runs[set]?.losses ?? [] }
    let (none, whole) = (losses([]), losses(all))
    costs = (0..<runs.items).map { runs[[$0]]?.cost ?? 0 }
    self.budget = budget
    probabilities = runs.probabilities
    without = none
    alone = (0..<runs.items).map { zip(none, losses([$0])).map { $0 - $1 } }
    last = (0..<runs.items).map { zip(losses(all.subtracting([$0])), whole).map { $0 - $1 } }
  }

  /// What no affordable set can save more, expected, where responses do not strengthen each other beyond
  /// the larger of what they save alone and last.
  func mostSaved() throws(LinearProgrammeFault) -> Double {
    let most = zip(alone, last).map { zip($0, $1).map { max(0, $0, $1) } }
    return -(try choose(expected(most)).bound)
  }

  /// Sets that are best by one of the estimates: expected loss, and the mean of the worst cases.
  func proposals() throws(LinearProgrammeFault) -> [Set<Int>] {
    let middle = zip(alone, last).map { zip($0, $1).map { ($0 + $1) / 2 } }
    var sets: [Set<Int>] = []
    for saved in [alone, last, middle] {
      for objective in [expected(saved), shortfall(saved)] {
        sets.append(Set(try choose(objective).picked))
      }
    }
    return sets
  }

  /// Sets around one that are affordable by their costs alone: one more, one less, one for another.
  func neighbours(of set: Set<Int>) -> [Set<Int>] {
    let others = Set(costs.indices).subtracting(set).sorted()
    let more = others.map { set.union([$0]) }
    let less = set.sorted().map { set.subtracting([$0]) }
    let exchanged = set.sorted().flatMap { out in
      others.map { set.subtracting([out]).union([$0]) }
    }
    let worth = zip(alone, last).map { saved in
      zip(probabilities, zip(saved.0, saved.1)).reduce(0.0) {
        $0 + $1.0 * ($1.1.0 + $1.1.1) / 2
      }
    }
    let value = { (set: Set<Int>) in set.reduce(0) { $0 + worth[$1] } }
    return Array(
      (more + less + exchanged)
        .filter { $0.reduce(0) { $0 + costs[$1] } <= budget }
        .sorted { value($0) > value($1) }.prefix(6))
  }

  private typealias Objective = (
    programme: LinearProgramme, picks: [LinearProgramme.Variable]
  )

  /// −Σ probability·saved, expected.
  private func expected(_ saved: [[Double]]) -> Objective {
    var programme = LinearProgramme()
    let picks = saved.map { own in
      programme.variable(
        cost: -zip(probabilities, own).reduce(0) { $0 + $1.0 * $1.1 }, in: 0...1)
    }
    return (programme, picks)
  }

  /// Expected shortfall of what is left (Rockafellar and Uryasev).
  private func shortfall(_ saved: [[Double]]) -> Objective {
    var programme = LinearProgramme()
    let picks = saved.map { _ in programme.variable(in: 0...1) }
    programme.expectedShortfall(
      of: without.indices.map { number in
        LinearLoss(
          constant: without[number],
          terms: zip(picks, saved).map { .init($0, times: -$1[number]) },
          probability: probabilities[number])
      }, tail: Portfolio.tail)
    return (programme, picks)
  }

  private func choose(
    _ objective: Objective
  ) throws(LinearProgrammeFault) -> (picked: [Int], bound: Double) {
    var programme = objective.programme
    // Costs in shares of the budget: the solver's tolerances are absolute.
    let scale = max(budget, 1e-300)
    let terms = zip(objective.picks, costs).map {
      LinearProgramme.Term($0, times: $1 / scale)
    }
    programme.row(terms, in: -Double.infinity...(budget > 0 ? 1 : 0))
    guard let found = try programme.solved(whole: objective.picks) else {
      return ([], try programme.solved().cost)
    }
    let picked = objective.picks.indices.filter { found.solution[objective.picks[$0]] > 0.5 }
    return (picked, found.bound)
  }
}
