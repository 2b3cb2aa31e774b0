import Decisions
import Diagnostics
import Quantities
import Reporting
import Scenarios

/// The smallest shock that passes a threshold, as a report.
enum ThresholdAnswer {
  static func answer(_ request: DecideRequest) async throws -> DecideAnswer {
    guard let vary = request.options.vary else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          DecideProblem.missing(
            option: "--vary", question: request.question,
            example: "shocks[0].closure.for=1 day..365 days"))
      ])
    }
    let key = try GrowingKey(vary)
    let threshold = try share(request.options.above ?? "1%", of: "--above")
    var isDoubtful = false
    let search = try await ThresholdSearch(
      in: key.range, isWhole: key.key.isWhole, tolerance: key.tolerance, threshold: threshold
    ) { values in
      Terminal.progress("\(values.count) sizes of \(key.path)")
      let runs = await request.model.play(try values.map { try scenario(request, key, $0) })
      isDoubtful = isDoubtful || runs.contains(where: \.isDoubtful)
      return try runs.map { run in
        guard let loss = run.lossShares[request.region] else { throw request.noProduct }
        return loss
      }
    }
    let falls = search.falls.prefix(3).map { fall in
      Diagnostic(
        .warning,
        DecideProblem.notMonotone(
          key.path, from: key.text(of: fall.from.value), to: key.text(of: fall.to.value)))
    }
    return DecideAnswer(
      request, title: Bilingual("reverse stress test", "逆ストレステスト"),
      findings: [finding(search, key, request)], tables: [table(search, key)],
      assumptions: [
        Bilingual(
          "\(search.points.count) sizes were played on the full model, on finer and finer grids around the first that passes.",
          "\(search.points.count)通りの大きさをモデルで計算し、最初に閾値を超える点の周りで刻みを細かくした。")
      ], remarks: falls, isDoubtful: isDoubtful)
  }

  /// A share that an option states; throws a placed mistake.
  static func share(_ text: String, of option: String) throws(DiagnosticList) -> Double {
    do throws(QuantityFault) {
      return try Quantity(text, accepting: [.share]).base
    } catch {
      throw DiagnosticList([
        Diagnostic(
          .error, DecideProblem.unreadable(option: option, text: text, example: "1%"),
          at: Source(name: option, text: text).whole)
      ])
    }
  }

  private static func scenario(
    _ request: DecideRequest, _ key: GrowingKey, _ value: Double
  ) throws -> Scenario {
    do {
      return try request.scenario(key.path, key.text(of: value), of: "--vary")
    } catch let list as DiagnosticList {
      let first = list.diagnostics.first { $0.severity == .error } ?? list.diagnostics[0]
      throw DiagnosticList([
        Diagnostic(
          .error,
          DecideProblem.value("\(key.path)=\(key.text(of: value))", why: first.problem),
          at: first.place)
      ])
    }
  }

  private static func finding(
    _ search: ThresholdSearch, _ key: GrowingKey, _ request: DecideRequest
  ) -> Bilingual {
    let limit = DecideTables.text(search.threshold)
    guard let passing = search.passing else {
      let last = search.points[search.points.count - 1]
      let (size, loss) = (key.text(of: last.value), DecideTables.text(last.loss))
      return Bilingual(
        "Up to `\(key.path)` of \(size) the loss of \(request.regionName.inSentence.en) never passes \(limit) of GDP; there it is \(loss).",
        "`\(key.path)` が\(size)まで、\(request.regionName.ja)の損失はGDPの\(limit)を超えない（\(size)で\(loss)）。")
    }
    let (size, loss) = (key.text(of: passing.value), DecideTables.text(passing.loss))
    guard let below = search.below else {
      return Bilingual(
        "Already at the smallest `\(key.path)` of \(size) the loss of \(request.regionName.inSentence.en) passes \(limit) of GDP: \(loss).",
        "最小の`\(key.path)`＝\(size)で既に、\(request.regionName.ja)の損失はGDPの\(limit)を超える（\(loss)）。")
    }
    let (before, less) = (key.text(of: below.value), DecideTables.text(below.loss))
    return Bilingual(
      "The loss of \(request.regionName.inSentence.en) passes \(limit) of GDP between `\(key.path)` of \(before) (\(less)) and \(size) (\(loss)).",
      "\(request.regionName.ja)の損失がGDPの\(limit)を超えるのは、`\(key.path)` が\(before)（\(less)）と\(size)（\(loss)）の間。"
    )
  }

  private static func table(_ search: ThresholdSearch, _ key: GrowingKey) -> Table {
    Table(
      name: "threshold", title: Bilingual("Loss by size of the shock", "ショックの大きさと損失"),
      columns: [
        TableColumn("value", Bilingual(same: key.path), kind: .text),
        DecideTables.loss("loss", "loss", "損失"),
        TableColumn("passes", Bilingual("passes", "超過"), kind: .text),
      ],
      rows: search.points.map { point in
        [
          .name(key.text(of: point.value)), .number(point.loss),
          .text(
            point.loss > search.threshold ? Bilingual("yes", "超過") : Bilingual("no", "以内")),
        ]
      })
  }
}
