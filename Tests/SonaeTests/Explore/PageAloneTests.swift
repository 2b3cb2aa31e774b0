import ArgumentParser
import Diagnostics
import Explorer
import Foundation
import LinearAlgebra
import Quantities
import Reporting
import TestSupport
import Testing

@testable import sonae

/// The page without a server in a real browser, where one is installed and the program has the engine.
@Suite(.enabled(if: Chromium.path != nil && AlonePage.engine != nil), .serialized)
struct PageAloneTests {
  /// How often it is asked whether all runs of a page are done: they are a dozen and more.
  private let patience = 6_000

  /// Opens a scenario's page from a file; no error may reach the console.
  private func withPage(
    of scenario: String, _ hash: String = "",
    _ body: (Chromium, ScenarioExplorer) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let explorer = try ScenarioExplorer(scenario, try ScenarioOptions.parse([]))
      let file = "\(folder)/page.html"
      try Data(explorer.page().utf8).write(to: URL(filePath: file))
      let browser = try await Chromium("file://\(file)\(hash)", folder: "\(folder)/browser")
      #expect(
        try await browser.comes(
          "['full', 'refused'].includes(document.body?.dataset.state)", asking: patience))
      try await body(browser, explorer)
      let errors = await browser.errors
      #expect(errors == [])
      try await browser.close()
    }
  }

  /// What the page shows, and what the program says of the same changes: figures, findings and every table,
  /// with income effects, ranges and cases.
  private func compare(
    _ browser: Chromium, _ explorer: ScenarioExplorer, _ changes: [RunRequest.Change]
  ) async throws {
    let answer = try await explorer.answer(RunRequest(changes: changes, extent: .full))
    let object = try JSONSerialization.jsonObject(with: Data(answer.compact.utf8))
    let told = try #require(object as? [String: Any])
    let region = try #require((told["shown"] as? [String])?.first)
    let figures =
      try #require(told["figures"] as? [[String: Any]])
      .first { $0["region"] as? String == region }?["figures"] as? [[String: Any]]
    let report = try #require(told["report"] as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: String]])
    let shown = """
      [...document.querySelectorAll('#figures dd')].map(d => d.firstChild.textContent)\
      .concat([...document.querySelectorAll('#findings li')].map(l => l.textContent)).join('|')
      """
    let wanted =
      try #require(figures).map { $0["text"] as? String ?? "" }
      + findings.map { $0["en"] ?? "" }
    #expect(try await browser.value(shown) == wanted.joined(separator: "|"))
    let tables = try #require(report["tables"] as? [[String: Any]])
    let html = tables.compactMap { ($0["html"] as? [String: String])?["en"] }.joined()
    #expect(!html.isEmpty)
    let literal = JSON.string(html).compact.replacing("<", with: "\\u003c")
    let difference = """
      (() => {
        const words = place => [...place.querySelectorAll('caption, th, td, .note')].map(c => c.textContent);
        const told = document.createElement('div');
        told.innerHTML = \(literal);
        const [a, b] = [words(document.getElementById('tables')), words(told)];
        const at = a.findIndex((x, k) => x !== b[k]);
        return at < 0 && a.length === b.length ? 'none' : `${a.length}, ${b.length}: ${a[at]} | ${b[at]}`;
      })()
      """
    #expect(try await browser.value(difference) == "none")
  }

  @Test func aSliderGivesTheCommandsNumbers() async throws {
    try await withPage(of: "hormuz-2026", "#lang=en") { browser, explorer in
      try await compare(browser, explorer, [])
      let path = "shocks[0].closure.by"
      let slide = """
        (() => { const s = document.querySelector('[data-row="\(path)"] input[type=range]');
          s.value = 60; s.dispatchEvent(new Event('input')); return true; })()
        """
      #expect(try await browser.value(slide) == "true")
      #expect(
        try await browser.comes(
          "document.getElementById('command').textContent.includes('\(path)=60%')"))
      #expect(
        try await browser.comes("document.body.dataset.state === 'full'", asking: patience))
      try await compare(browser, explorer, [RunRequest.Change(path: path, value: "60%")])
    }
  }

  @Test func aMistakeIsToldAtItsControl() async throws {
    try await withPage(of: "hormuz-2026", "#lang=en") { browser, _ in
      let control = "document.getElementById('shocks[0].closure.by')"
      _ = try await browser.value(
        "(\(control).value = 500, \(control).dispatchEvent(new Event('change')))")
      #expect(try await browser.comes("document.body.dataset.state === 'refused'"))
      let told = try await browser.value("document.getElementById('problems').textContent")
      #expect(told.contains("shocks[0].closure.by") && told.contains("100%"))
    }
  }

  /// Random values of random sliders, in the address: a scenario of each kind, another preset among them.
  @Test(arguments: ["rare-earth-ban", "won-and-yen", "strait-budget", "hormuz-policies"], [1, 2])
  func drawnChangesGiveTheCommandsNumbers(_ scenario: String, _ seed: UInt64) async throws {
    let explorer = try ScenarioExplorer(scenario, try ScenarioOptions.parse([]))
    let changes = try await drawn(explorer, seed)
    let words = URLComponents.query(changes)
    try await withPage(of: scenario, "#lang=en&" + words) { browser, explorer in
      let state = try await browser.value("document.body.dataset.state")
      do {
        try await compare(browser, explorer, changes)
        #expect(state == "full")
      } catch is DiagnosticList {
        #expect(state == "refused")
      }
    }
  }

  /// Up to three sliders, each somewhere on its range.
  private func drawn(
    _ explorer: ScenarioExplorer, _ seed: UInt64
  ) async throws -> [RunRequest.Change] {
    let opening = await explorer.opening()
    let object = try JSONSerialization.jsonObject(with: Data(opening.compact.utf8))
    let groups = try #require((object as? [String: Any])?["groups"] as? [[String: Any]])
    let sliders = groups.flatMap { $0["controls"] as? [[String: Any]] ?? [] }
      .filter { $0["kind"] as? String == "number" }
    var random = SplitMix64(seed: seed)
    var changes: [RunRequest.Change] = []
    for slider in sliders.shuffled(using: &random).prefix(3) {
      let low = try #require(slider["low"] as? Double)
      let high = try #require(slider["high"] as? Double)
      let step = try #require(slider["step"] as? Double)
      let count = Int(((high - low) / step).rounded())
      let value = low + Double(Int.random(in: 0...count, using: &random)) * step
      let text = NumberFormat.exact((value * 1e6).rounded() / 1e6)
      let path = try #require(slider["path"] as? String)
      let (prefix, suffix) = (slider["prefix"] as? String ?? "", slider["suffix"] as? String ?? "")
      changes.append(RunRequest.Change(path: path, value: prefix + text + suffix))
    }
    return changes
  }
}

extension URLComponents {
  /// Changes as the page's address holds them.
  fileprivate static func query(_ changes: [RunRequest.Change]) -> String {
    let plain = CharacterSet.alphanumerics
    return changes.map { change in
      [change.path, change.value].map {
        $0.addingPercentEncoding(withAllowedCharacters: plain) ?? $0
      }.joined(separator: "=")
    }.joined(separator: "&")
  }
}
