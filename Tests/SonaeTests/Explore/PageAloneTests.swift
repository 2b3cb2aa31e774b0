import ArgumentParser
import Explorer
import Foundation
import LinearAlgebra
import Reporting
import TestSupport
import Testing

@testable import sonae

/// The page without a server in a real browser, where one is installed and the program has the engine.
@Suite(.enabled(if: Chromium.path != nil && AlonePage.engine != nil), .serialized)
struct PageAloneTests {
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
      #expect(try await browser.comes("document.body?.dataset.state === 'alone'"))
      try await body(browser, explorer)
      let errors = await browser.errors
      #expect(errors == [])
      try await browser.close()
    }
  }

  /// What the page shows, and what the program says of the same changes: figures, then findings.
  private func compare(
    _ browser: Chromium, _ explorer: ScenarioExplorer, _ changes: [RunRequest.Change]
  ) async throws {
    let answer = try await explorer.answer(RunRequest(changes: changes, extent: .quick))
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
}
