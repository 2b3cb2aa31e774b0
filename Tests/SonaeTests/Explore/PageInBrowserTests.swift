import ArgumentParser
import Explorer
import Foundation
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics
import TestSupport
import Testing

@testable import sonae

/// The page in a real browser, where one is installed.
@Suite(.enabled(if: Chromium.path != nil), .serialized) struct PageInBrowserTests {
  /// Opens the page of the small study and does some work with it; no error may reach the console.
  private func withPage(
    _ hash: String = "", _ body: (Chromium, _ scenario: String) async throws -> Void
  ) async throws {
    try await withSmallStudy { folder in
      let scenario = "\(folder)/test.yaml"
      let server = try await PageServer(try ScenarioExplorer(scenario, try options()), port: 0)
      let browser = try await Chromium(server.address + hash, folder: "\(folder)/browser")
      #expect(try await browser.comes("document.body?.dataset.state === 'full'"))
      try await body(browser, scenario)
      let errors = await browser.errors
      #expect(errors == [])
      try await browser.close()
      await server.stop()
    }
  }

  /// The large figure of the region shown.
  private let figure =
    "document.querySelector('[data-figure=value_added_loss_share_of_gdp] dd').firstChild.textContent"

  /// What the command prints for it.
  private func printed(_ scenario: String, _ settings: String...) async throws -> String {
    let run = try await ScenarioRun.one(
      scenario, try options(settings.flatMap { ["--set", $0] }))
    let study = run.runner.study
    let region = try #require(study.shownRegions.first)
    let loss = try #require(study.base.measures(of: region)?.valueAddedLossShare)
    return NumberFormat.rounded(loss, as: .percent)
  }

  private func options(_ arguments: [String] = []) throws -> ScenarioOptions {
    try ScenarioOptions.parse(arguments)
  }

  private func slide(_ path: String, to value: Int) -> String {
    """
    (() => { const s = document.querySelector('[data-row="\(path)"] input[type=range]');
      s.value = \(value); s.dispatchEvent(new Event('input')); return true; })()
    """
  }

  /// That the whole answer to the changes at hand is shown.
  private func shows(_ text: String) -> String {
    """
    document.body?.dataset.state === 'full' \
    && document.getElementById('command')?.textContent.includes(\(text))
    """
  }

  @Test func aSliderGivesTheCommandsNumbers() async throws {
    try await withPage { browser, scenario in
      #expect(try await browser.value(figure) == printed(scenario))
      #expect(
        try await browser.value("!!document.querySelector('[data-chart=origins] svg rect')")
          == "true")
      let path = "shocks[0].capacity.by"
      #expect(try await browser.value(slide(path, to: 20)) == "true")
      #expect(try await browser.comes(shows("'\(path)=20%'")))
      #expect(try await browser.value(figure) == printed(scenario, "\(path)=20%"))
      let small = ".querySelector('small').textContent"
      let before =
        "document.querySelector('[data-figure=value_added_loss_share_of_gdp] dd')" + small
      let usual = try await printed(scenario)
      #expect(try await browser.value(before) == "was \(usual)")
      // The address holds the change: the page that it opens is the same.
      try await browser.reload()
      #expect(try await browser.comes(shows("'\(path)=20%'")))
      #expect(try await browser.value(figure) == printed(scenario, "\(path)=20%"))
    }
  }

  @Test func changesAreUndoneAndDoneAgain() async throws {
    try await withPage { browser, scenario in
      let click = { (id: String) in "document.getElementById('\(id)').click()" }
      _ = try await browser.value(click("on shocks[0]"))
      #expect(try await browser.comes(shows("'shocks[0]=off'")))
      #expect(try await browser.value(figure) == printed(scenario, "shocks[0]=off", "variants={}"))
      _ = try await browser.value(click("undo"))
      #expect(
        try await browser.comes("!document.getElementById('command').textContent.includes('off')"))
      #expect(try await browser.comes("document.body.dataset.state === 'full'"))
      #expect(try await browser.value(figure) == printed(scenario))
      _ = try await browser.value(click("redo"))
      #expect(try await browser.comes(shows("'shocks[0]=off'")))
      _ = try await browser.value(click("reset"))
      #expect(
        try await browser.comes("!document.getElementById('command').textContent.includes('--set')")
      )
      #expect(try await browser.value("document.getElementById('reset').disabled") == "true")
    }
  }

  @Test func aMistakeIsToldAtItsControl() async throws {
    try await withPage { browser, _ in
      let path = "shocks[0].capacity.by"
      let control = "document.getElementById('\(path)')"
      _ = try await browser.value(
        "(\(control).value = 500, \(control).dispatchEvent(new Event('change')))")
      #expect(try await browser.comes("document.body.dataset.state === 'refused'"))
      #expect(try await browser.value("\(control).getAttribute('aria-invalid')") == "true")
      let told = try await browser.value("document.getElementById('problems').textContent")
      #expect(told.contains(path) && told.contains("100%"))
      // A refused request is an answer, which a browser still logs as a failure to load.
      await browser.forgive("422")
      _ = try await browser.value("document.getElementById('undo').click()")
      #expect(try await browser.comes("document.body.dataset.state === 'full'"))
      #expect(try await browser.value("document.getElementById('problems').textContent") == "")
    }
  }

  @Test(arguments: [360, 768, 1600], ["en", "ja"]) func nothingIsWiderThanTheWindow(
    _ width: Int, _ language: String
  ) async throws {
    try await withPage("#lang=\(language)") { browser, _ in
      try await browser.resize(width, 900)
      let scroll = "document.documentElement.scrollWidth"
      #expect(try await browser.comes("\(scroll) <= \(width)"))
      #expect(try await browser.value("document.documentElement.lang") == language)
      #expect(try await browser.value("document.querySelectorAll('.chart svg').length") != "0")
    }
  }

  @Test func everyControlHasAName() async throws {
    try await withPage { browser, _ in
      let nameless = """
        [...document.querySelectorAll('input, select, button, [role=button]')].filter(e => \
        !(e.labels?.length || e.ariaLabel || e.getAttribute('aria-label') || e.textContent.trim()))\
        .map(e => e.outerHTML).join()
        """
      let found = try await browser.value(nameless)
      #expect(found == "")
      let key = """
        (() => { const s = document.querySelector('[data-row="shocks[0].capacity.by"] input[type=range]');
          s.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
          return document.getElementById('shocks[0].capacity.by').value; })()
        """
      let value = try await browser.value(key)
      #expect(value == "50.5")
    }
  }

  @Test func picturesStandAlone() async throws {
    try await withPage { browser, _ in
      let wellFormed = """
        [...document.querySelectorAll('.chart svg')].every(svg => \
        !new DOMParser().parseFromString(new XMLSerializer().serializeToString(svg), 'image/svg+xml')\
        .querySelector('parsererror') && !svg.querySelector('[class], [style]'))
        """
      let answer = try await browser.value(wellFormed)
      #expect(answer == "true")
    }
  }
}
