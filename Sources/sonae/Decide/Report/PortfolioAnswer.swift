import Decisions
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// Which responses a budget buys, as a report.
enum PortfolioAnswer {
  static func answer(_ request: DecideRequest) async throws -> DecideAnswer {
    let base = request.file.decoded.base
    guard !base.levers(of: .responses).isEmpty else { throw request.nothing }
    let budget = try Budget(request)
    let drawn = try request.drawnCases()
    let cases = try drawn?.own ?? request.cases()
    let found: PortfolioDecision?
    do throws(LinearProgrammeFault) {
      found = try await PortfolioDecision.find(
        over: cases, budget: budget.usd, region: request.region, on: request.model
      ) { Terminal.progress("\($0) runs played") }
    } catch {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.solver("\(error)"))])
    }
    guard let found else { throw request.noProduct }
    let words = PortfolioWords(request, budget: budget, cases: cases)
    let check: [FreshCheck] = try await checked(found, drawn?.fresh ?? [], request)
    return DecideAnswer(
      request, title: Bilingual("what to buy", "予算の配分"),
      findings: words.findings(found) + words.finding(check, found),
      tables: [words.sets(found), words.items(found), words.frontier(found)]
        + (check.isEmpty ? [] : [words.fresh(check)]),
      assumptions: words.assumptions(found),
      isDoubtful: found.isDoubtful || check.contains(where: \.isDoubtful))
  }

  /// The leading sets and no response on fresh draws.
  private static func checked(
    _ found: PortfolioDecision, _ fresh: [DecisionCase], _ request: DecideRequest
  ) async throws -> [FreshCheck] {
    if fresh.isEmpty { return [] }
    let sets = found.affordable.prefix(3).map(\.items) + [[]]
    var seen: Set<Set<Int>> = []
    var checks: [FreshCheck] = []
    for set in sets where seen.insert(set).inserted {
      guard
        let check = await FreshCheck(
          set, over: fresh, region: request.region, on: request.model)
      else { throw request.noProduct }
      checks.append(check)
    }
    return checks
  }
}

/// A budget, as it was stated and in the ledger's money.
struct Budget {
  let text: String
  let usd: Double
  let currency: String
  /// Units of the currency in one USD.
  let perDollar: Double

  /// Reads the budget; throws what is missing or cannot be read.
  init(_ request: DecideRequest) throws(DiagnosticList) {
    func refusal(_ problem: DecideProblem, _ option: String, _ text: String) -> DiagnosticList {
      DiagnosticList([
        Diagnostic(.error, problem, at: Source(name: option, text: text).whole)
      ])
    }
    guard let text = request.options.budget else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          DecideProblem.missing(
            option: "--budget", question: request.question, example: "500 billion JPY"))
      ])
    }
    guard let amount = try? Quantity(text, accepting: [.money]), amount.base >= 0,
      let currency = amount.unit.currency
    else {
      throw refusal(
        .unreadable(option: "--budget", text: text, example: "500 billion JPY"), "--budget", text)
    }
    if currency == "USD", request.options.perDollar != nil {
      throw refusal(.rateOfDollars, "--budget", text)
    }
    guard let perDollar = currency == "USD" ? 1 : request.options.perDollar else {
      throw DiagnosticList([
        Diagnostic(.error, DecideProblem.noRate(currency: currency))
      ])
    }
    self.text = text
    self.currency = currency
    self.perDollar = perDollar
    usd = amount.base / perDollar
  }

  /// Money of the ledger in a sentence.
  func words(_ usd: Double) -> String {
    "\(NumberFormat.brief(usd * perDollar / 1e9)) billion \(currency)"
  }

  func wordsJa(_ usd: Double) -> String {
    "\(NumberFormat.brief(usd * perDollar / 1e8))億\(currency)"
  }
}
