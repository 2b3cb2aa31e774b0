import Diagnostics
import Foundation
import Reporting

/// A question that was answered: what was asked, what came out, and what a folder keeps of it.
struct DecideRun {
  let file: ScenarioFile
  /// How the file was changed when it was read.
  let options: ScenarioOptions
  let decide: DecideOptions
  let question: DecideQuestion
  let answer: DecideAnswer
  let started: Date
  let seconds: Double

  /// Answers a question.
  static func whole(
    _ file: ScenarioFile, _ options: ScenarioOptions, _ question: DecideQuestion,
    _ decide: DecideOptions, _ batching: Batching = Batching()
  ) async throws -> DecideRun {
    let started = Date()
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await answer(DecideRequest(file, decide, question, batching))
    return DecideRun(
      file: file, options: options, decide: decide, question: question, answer: answer,
      started: started, seconds: (clock.now - start) / .seconds(1))
  }

  private static func answer(_ request: DecideRequest) async throws -> DecideAnswer {
    switch request.question {
    case .attribution: try await AttributionAnswer.answer(request)
    case .singlePoints: try await SinglePointsAnswer.answer(request)
    case .threshold: try await ThresholdAnswer.answer(request)
    case .release: try await ReleaseAnswer.answer(request)
    case .policies: try await PoliciesAnswer.answer(request)
    case .portfolio: try await PortfolioAnswer.answer(request)
    }
  }

  /// The languages of a page, the first that of every other document.
  var languages: [Language] { file.languages(options) }

  /// Hands over each file of numbers, its name first: what a second answer must give again.
  func each(_ take: (String, [UInt8]) throws -> Void) throws {
    for table in answer.report.tables {
      try take("tables/\(table.name).csv", Array(table.csv(in: languages[0]).utf8))
    }
  }

  /// What a manifest says of it.
  var origin: Manifest.Origin {
    Manifest.Origin(
      file: file, options: options,
      own: [
        JSON.Member("question", .string(question.rawValue)),
        JSON.Member("asked", .array(decide.arguments.map { .string($0) })),
      ], seed: nil, started: started, seconds: seconds)
  }
}
