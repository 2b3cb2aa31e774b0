import Diagnostics
import Ensembles
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs blocks of an ensemble: draws side by side in batches whose width belongs to the economy alone.
struct EnsembleEvaluation: Sendable {
  let request: EnsembleRequest
  let economy: Economy
  let threads: Int
  private let prices: PriceBase
  private let width: Int

  /// A machine of no one's, so that every machine cuts the same batches.
  private static let reference = Machine(memory: 16 << 30, cache: 32 << 20, processors: 1)

  init(_ request: EnsembleRequest, threads: Int?) {
    self.request = request
    self.threads = threads ?? Machine.current.processors
    economy = request.economy
    prices = PriceBase(request.file.table)
    width = BatchPlan.width(for: economy, machine: Self.reference)
  }

  /// What a run gives: its outcomes, and its days where they are kept.
  struct Result: Sendable {
    let outcomes: [Double?]
    /// [series][day].
    let paths: [[Double?]]
  }

  private struct Found {
    var assessment: RiskAssessment
    let uncomputed: Set<Int>
    let paths: [[Double?]]
  }

  /// The tables of a block.
  func tables(_ block: EnsembleBlock) async throws -> BlockFolder.Tables {
    let found = try await results(block)
    return BlockFolder.Tables(
      runs: block.columns(
        request.design, outcomes: request.plan.outcomes, results: found.map(\.outcomes)),
      paths: block.keepsPaths(request.plan)
        ? block.paths(request.plan, found.map(\.paths)) : nil)
  }

  /// The result of each run of a block.
  func results(_ block: EnsembleBlock) async throws -> [Result] {
    let keepsPaths = block.keepsPaths(request.plan)
    let scenarios = try await scenarios(block)
    let commodities = request.file.commodities
    let twins = IncomeTwins(scenarios, commodities: commodities)
    let runner = BatchRunner(economy, commodities: commodities, width: width, threads: threads)
    let prices = prices
    let every = await runner.run(twins.scenarios, tracingLimits: false) {
      BlockRecorder($0, keepsPaths: keepsPaths)
    } result: { recorder, batch, column, index in
      let accounts = recorder.accounts.accounts(of: column, batch)
      let assessment = RiskAssessment(
        accounts, batch: batch, number: column, scenario: twins.scenarios[index],
        commodities: commodities, prices: prices)
      let uncomputed =
        index < scenarios.count
        ? Reach(batch, column: column, of: scenarios[index], commodities: commodities).uncomputed
        : []
      let paths = index < scenarios.count ? recorder.paths : nil
      return Found(
        assessment: assessment, uncomputed: uncomputed,
        paths: paths.map {
          request.paths.values(
            DailyPaths($0, accounts, batch: batch, column: column), uncomputed: uncomputed)
        } ?? [])
    }
    return twins.joined(every, add: { $0.assessment.addIncome($1.assessment) }).map {
      Result(
        outcomes: request.reading.values($0.assessment, uncomputed: $0.uncomputed),
        paths: $0.paths)
    }
  }

  /// The scenario of each run; throws the first that is none.
  private func scenarios(_ block: EnsembleBlock) async throws -> [Scenario] {
    let request = request
    let read = await inParallel(block.rows.count, threads: threads) {
      row -> Swift.Result<Scenario, DiagnosticList> in
      let values = request.design.values(block.part, block.rows.lowerBound + row)
      do throws(DiagnosticList) {
        return .success(try request.draw.scenario(values).scenario)
      } catch {
        return .failure(Self.refused(values, request.design.variables, error))
      }
    }
    return try read.map { try $0.get() }
  }

  /// Why the values of a draw make no scenario.
  static func refused(
    _ values: [Double?], _ variables: [EnsembleVariable], _ error: DiagnosticList
  ) -> DiagnosticList {
    let words = zip(variables, values).compactMap { variable, value in
      value.map { "\(variable.path)=\(variable.text(of: $0))" }
    }
    return DiagnosticList(
      error.diagnostics.filter { $0.severity == .error }.prefix(3).map {
        Diagnostic(
          .error,
          EnsembleProblem.draw(
            words.joined(separator: ", "), why: $0.problem.message(in: .en),
            whyJa: $0.problem.message(in: .ja)))
      })
  }
}

/// A run's accounts, and its days where they are kept.
private struct BlockRecorder: Observer {
  var accounts: AccountsRecorder
  var paths: DailyPathsRecorder?

  init(_ batch: CompiledBatch, keepsPaths: Bool) {
    accounts = AccountsRecorder(batch, tracingLimits: false)
    paths = keepsPaths ? DailyPathsRecorder(batch) : nil
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    accounts.observe(moment, state: state, batch: batch)
    paths?.observe(moment, state: state, batch: batch)
  }
}
