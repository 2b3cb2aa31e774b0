import ArgumentParser
import Diagnostics
import Explorer
import Foundation
import Reporting
import TestSupport
import Testing

@testable import sonae

/// The page that a folder of results holds.
struct PageFileTests {
  private func report() throws -> StoredReport {
    StoredReport(
      Report(
        title: Bilingual("Title", "題"),
        tables: [
          Table(
            name: "t", title: Bilingual("T", "表"),
            columns: [TableColumn("x", Bilingual("X", "X"), kind: .text)], rows: [[.name("a")]])
        ], warnings: []), in: [.ja, .en])
  }

  @Test func theReportLeadsToThePageThatLiesBesideIt() throws {
    for explorer in ["<!doctype html>", nil] {
      var written: [String: String] = [:]
      try ReportFiles(stored: try report(), pictures: [], explorer: explorer).each {
        written[$0] = String(decoding: $1, as: UTF8.self)
      }
      #expect(written[PageFile.name] == explorer)
      let links = written["report.html"]?.matches(of: /href="explore.html#lang=(..)"/)
      #expect(links?.map { String($0.output.1) } == (explorer == nil ? [] : ["ja", "en"]))
    }
  }

  /// A bundled scenario has one where the program has the engine; else why not is said.
  @Test func aBundledScenarioHasOne() throws {
    let options = try ScenarioOptions.parse(["--set", "horizon=40 days"])
    let file = try ScenarioFile("rare-earth-ban", options)
    let page = try PageFile.beside(file, named: "rare-earth-ban", options)
    #expect((page != nil) == (AlonePage.engine != nil))
    #expect((page?.utf8.count ?? 0) < 4_000_000)
    #expect(page?.contains("<html") ?? true)
  }

  @Test func whatIsLeftOutIsSaidUnlessItIsNotWanted() async throws {
    let script = """
      "$SONAE" run test.yaml --output o >/dev/null; echo $?; ls o | grep -c explore
      "$SONAE" run test.yaml --output p --no-page >/dev/null 2>quiet; grep -c explore quiet
      "$SONAE" report p --output q; cp /dev/null o/explore.html; "$SONAE" report o --output r
      grep -c 'href="explore.html' r/report.html
      """
    try await shell(script) { outcome, _ in
      #expect(outcome.out.split(separator: "\n") == ["0", "0", "0", "1"], "\(outcome.out)")
      let told = outcome.err.ranges(of: "`explore.html` is left out: ").count
      #expect(told == 1 && outcome.err.contains("`p` holds no `explore.html`"), "\(outcome.err)")
    }
  }
}
