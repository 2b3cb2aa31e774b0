import Diagnostics
import Quantities

// The stages in which a commodity is made: stages.csv.
extension CommodityBuilder {
  /// A stage as its rows say it.
  private struct StageDraft {
    let row: CommodityRow
    /// Names of what it is made of, and the row that first says so; nil: no row does.
    var inputs: [(name: String, row: CommodityRow?)] = []
    var own: [StageMeasure: Figure] = [:]
    var ofInput: [String: [StageMeasure: Figure]] = [:]
    /// Measures of inputs that rows state, their figures right or wrong.
    var stated: Set<[String]> = []
    var name: String { row["stage"] }

    /// Whether a row states a measure of an input.
    func states(_ measure: StageMeasure, of input: String) -> Bool {
      stated.contains([input, measure.rawValue]) || stated.contains(["", measure.rawValue])
    }

    /// A measure of an input; rows of a stage of a plain chain do not name theirs.
    func figure(_ measure: StageMeasure, of input: String) -> Figure? {
      (ofInput[input] ?? ofInput[""])?[measure]
    }
  }

  /// Reads stages.csv: the stages, each after those that it is made of.
  ///
  /// Without a column `input` a stage is made of the one before; with one, of what its rows name.
  mutating func readStages() -> [Commodity.Chain.Stage] {
    let namesInputs = rows(.stages).contains { !$0["input"].isEmpty }
    var drafts: [StageDraft] = []
    for row in rows(.stages) {
      guard let name = reader.text(row, "stage"), reader.text(row, "name_ja") != nil,
        let measure = reader.word(row, "measure", .measure, StageMeasure.self)
      else { continue }
      if !drafts.contains(where: { $0.name == name }) { drafts.append(StageDraft(row: row)) }
      guard let place = drafts.firstIndex(where: { $0.name == name }),
        fits(row, measure, namesInputs)
      else { continue }
      let figure = figure(row, measure, of: name)
      let input = row["input"]
      if measure.isOfInput {
        drafts[place].stated.insert([input, measure.rawValue])
        drafts[place].ofInput[input, default: [:]][measure] = figure
        if namesInputs, !drafts[place].inputs.contains(where: { $0.name == input }) {
          drafts[place].inputs.append((input, row))
        }
      } else {
        drafts[place].own[measure] = figure
      }
    }
    if !namesInputs {
      for index in drafts.indices.dropFirst() {
        drafts[index].inputs = [(drafts[index - 1].name, nil)]
      }
    }
    checkPlaces(drafts)
    checkInputs(&drafts, namesInputs)
    return stages(ordered(drafts))
  }

  /// Whether a row says of an input what is one's, and of a stage what is the stage's.
  private mutating func fits(
    _ row: CommodityRow, _ measure: StageMeasure, _ namesInputs: Bool
  ) -> Bool {
    let isNamed = !row["input"].isEmpty
    if isNamed, !measure.isOfInput {
      log(.inputOfStageMeasure(measure.rawValue), row.place("input"))
      return false
    }
    if !isNamed, measure == .inputShare || (measure.isOfInput && namesInputs) {
      log(.inputNotNamed(row["stage"], measure.rawValue), row.place("measure"))
      return false
    }
    return true
  }

  /// A yield above 10 is a slip where there is one input; a tonne of what a product holds traces of makes
  /// hundreds of it.
  private mutating func figure(
    _ row: CommodityRow, _ measure: StageMeasure, of stage: String
  ) -> Figure? {
    switch measure {
    case .yield:
      reader.figure(
        row, .number, within: 1e-6...(row["input"].isEmpty ? 10 : 10_000), for: stage)
    case .stockDays, .minimumDays: reader.figure(row, .days, within: 0...1000, for: stage)
    case .spare, .valueShare, .inputShare: reader.figure(row, .share, within: 0...1, for: stage)
    }
  }

  /// Refuses what a stage has no use for: what is made of nothing before has no input, and the last is sold
  /// by the commodity's origins.
  private mutating func checkPlaces(_ drafts: [StageDraft]) {
    let first = Set(drafts.filter { $0.inputs.isEmpty }.map { $0.name })
    for row in rows(.stages) {
      guard let measure = StageMeasure(rawValue: row["measure"]) else { continue }
      if first.contains(row["stage"]), measure != .spare {
        log(.measureOfFirstStage(row["stage"], measure.rawValue), row.place("measure"))
      } else if row["stage"] == drafts.last?.name, measure == .spare {
        log(.spareOfLastStage(row["stage"]), row.place("measure"))
      }
    }
  }

  /// Refuses inputs that are no stages, stages that go into nothing, inputs without a yield, and parts of the
  /// inputs' value that do not add up; leaves inputs that are stages.
  private mutating func checkInputs(_ drafts: inout [StageDraft], _ namesInputs: Bool) {
    let names = drafts.map { $0.name }
    for place in drafts.indices {
      let draft = drafts[place]
      for (input, row) in draft.inputs {
        if let row, !names.dropLast().contains(input) {
          log(.unknown(.stage, input, known: names.dropLast()), row.place("input"))
        } else if draft.figure(.yield, of: input).map({ $0.value == nil })
          ?? !draft.states(.yield, of: input)
        {
          let name = row == nil ? draft.name : "\(draft.name), \(input)"
          log(
            .incomplete(name, measure: StageMeasure.yield.rawValue),
            (row ?? draft.row).place("stage"))
        }
      }
      if draft.inputs.allSatisfy({ names.dropLast().contains($0.name) }) { checkParts(draft) }
      drafts[place].inputs.removeAll { !names.dropLast().contains($0.name) }
    }
    guard namesInputs else { return }
    let used = Set(drafts.flatMap { $0.inputs.map { $0.name } })
    for draft in drafts.dropLast() where !used.contains(draft.name) {
      log(.unusedStage(draft.name), draft.row.place("stage"))
    }
  }

  private mutating func checkParts(_ draft: StageDraft) {
    let parts = draft.inputs.map {
      (
        isStated: draft.states(.inputShare, of: $0.name),
        share: draft.figure(.inputShare, of: $0.name)?.value
      )
    }
    // What is wrong in a part is said there.
    let isRead = parts.allSatisfy { !$0.isStated || $0.share != nil }
    guard parts.contains(where: { $0.isStated }), isRead else { return }
    let sum = parts.reduce(0) { $0 + ($1.share ?? 0) }
    guard parts.contains(where: { !$0.isStated }) || abs(sum - 1) > 1e-3 else { return }
    let last = rows(.stages).last {
      $0["stage"] == draft.name && $0["measure"] == StageMeasure.inputShare.rawValue
    }
    log(.inputShares(draft.name, percent: percent(sum)), (last ?? draft.row).place("value"))
  }

  /// The stages in an order in which each comes after its inputs, otherwise as written; a circle is refused.
  private mutating func ordered(_ drafts: [StageDraft]) -> [StageDraft] {
    var left = drafts
    var done: [StageDraft] = []
    while !left.isEmpty {
      let next = left.firstIndex { draft in
        !draft.inputs.contains { input in left.contains { $0.name == input.name } }
      }
      guard let next else {
        let circle = circle(in: left)
        let row = circle.first.flatMap { stage in
          stage.inputs.first { $0.name == circle[1 % circle.count].name }?.row
        }
        log(
          .circularStages(circle.map { $0.name }),
          row?.place("input") ?? circle[0].row.place("stage"))
        return done
          + left.map { draft in
            var draft = draft
            draft.inputs = []
            return draft
          }
      }
      done.append(left.remove(at: next))
    }
    return done
  }

  /// Stages of which each is made of the next, and the last of the first; all have an input among them.
  private func circle(in stages: [StageDraft]) -> [StageDraft] {
    var path: [StageDraft] = []
    var stage = stages[0]
    while true {
      if let start = path.firstIndex(where: { $0.name == stage.name }) {
        let circle = path[start...]
        // As read from its first row on.
        let first = circle.indices.min { circle[$0].row.index < circle[$1].row.index } ?? start
        return Array(circle[first...] + circle[..<first])
      }
      path.append(stage)
      let inputs = Set(stage.inputs.map { $0.name })
      guard let next = stages.first(where: { inputs.contains($0.name) }) else { return path }
      stage = next
    }
  }

  private func stages(_ drafts: [StageDraft]) -> [Commodity.Chain.Stage] {
    drafts.map { draft in
      let inputs = draft.inputs.compactMap { input -> Commodity.Chain.Input? in
        guard let stage = drafts.firstIndex(where: { $0.name == input.name }),
          let yield = draft.figure(.yield, of: input.name)
        else { return nil }
        return Commodity.Chain.Input(
          stage: stage, yield: yield,
          stockDays: draft.figure(.stockDays, of: input.name)
            ?? assumed(30, "makers' stock of their input"),
          minimumDays: draft.figure(.minimumDays, of: input.name)
            ?? assumed(5, "minimum operating stock of their input"),
          share: draft.figure(.inputShare, of: input.name))
      }
      return Commodity.Chain.Stage(
        name: draft.name, nameJa: draft.row["name_ja"],
        inputs: inputs.sorted { $0.stage < $1.stage }, spare: draft.own[.spare],
        valueShare: draft.own[.valueShare])
    }
  }

  private func assumed(_ days: Double, _ basis: String) -> Figure {
    Figure(
      value: days, unit: "days", year: "\(reader.units.year)", basis: basis,
      source: "default of the model", confidence: .assumption)
  }
}
