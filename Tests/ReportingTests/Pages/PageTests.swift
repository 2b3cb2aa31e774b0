import Diagnostics
import Files
import Foundation
import Quantities
import TestSupport
import Testing

@testable import Reporting

struct PageTests {
  private var report: Report {
    Report(
      title: Bilingual("A strait is closed", "海峡の封鎖"),
      subtitle: Bilingual("Economy <x>", "経済表"),
      findings: [Bilingual("Japan loses `JPN` 1%.", "日本は1%を失う。")],
      tables: Samples.all, first: ["long"], charts: ChartSamples.all,
      assumptions: [Bilingual("An assumption", "前提一つ")],
      warnings: [Bilingual("A warning", "注意一つ")])
  }

  private func page(_ languages: [Language] = Language.allCases) -> String {
    Page([report], in: languages).html
  }

  @Test func aPageNeedsNothingElse() {
    let html = page()
    for part in ["src=", "url(", "@import", "<link", "<iframe", "javascript:", "onclick", "style="]
    {
      #expect(!html.contains(part), "\(part)")
    }
    let addresses = html.matches(of: /https?:\/\/[^"' <]*/).map { String($0.output) }
    #expect(Set(addresses) == ["http://www.w3.org/2000/svg"])
  }

  @Test func thePolicyRunsThePagesOwnScriptAndNoOther() throws {
    let html = page()
    for (tag, directive) in [("script", "script-src"), ("style", "style-src")] {
      let text = try #require(
        html.split(separator: "<\(tag)>").last?.split(separator: "</\(tag)>").first)
      #expect(html.contains("\(directive) 'sha256-\(sha256Base64(Array(text.utf8)))'"))
    }
    #expect(html.contains("default-src 'none'"))
  }

  @Test func findingsStandBeforeChartsAndComparisonsBeforeTheRest() throws {
    let html = page([.en])
    let order = [
      "<h1>", "class=\"findings\"", "class=\"warnings\"", "id=\"long-en0\"",
      "id=\"losses_by_region-en0\"", "class=\"assumptions\"",
    ]
    let places = try order.map { try #require(html.range(of: $0)?.lowerBound, "\($0)") }
    #expect(places == places.sorted())
    #expect(html.contains("<code>JPN</code>"))
  }

  @Test func everyIdIsThereOnce() {
    let ids = page().matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in page().matches(of: /href="#([^"]*)"/) {
      #expect(ids.contains(String(link.output.1)))
    }
  }

  @Test func oneLanguageHasNoSwitchAndBothHaveOne() {
    #expect(!page([.ja]).contains("<button type") && !page([.ja]).contains("A warning"))
    let both = Page([report], in: [.ja, .en]).html
    #expect(both.contains("<html lang=\"ja\">") && both.contains("<main lang=\"en\""))
    #expect(both.split(separator: "<main ").last?.hasPrefix("lang=\"en\"") ?? false)
    #expect(both.split(separator: " hidden>").count == 2)
  }

  /// What a person does: presses a heading, then the other language; the page says no error.
  @Test(.enabled(if: Program.chromium.path != nil)) func theBrowserSortsAndSwitches() throws {
    try withTemporaryFolder { folder in
      let html = page()
      let probe = """
        <script>
        const table = document.querySelector('#losses_by_region-en0 table');
        const first = () => table.tBodies[0].rows[0].cells[0].textContent;
        const press = place => table.tHead.rows[0].cells[place].firstChild.click();
        const found = [first()];
        press(2); found.push(first()); press(2); found.push(first());
        press(0); found.push(first());
        document.querySelector('[data-language=ja]').click();
        found.push(document.title, document.documentElement.lang,
          String(document.querySelector('main[lang=en]').hidden));
        document.body.dataset.found = found.join('|');
        </script>
        """
      let open = html.replacing(/<meta http-equiv[^>]*>/, with: "")
        .replacing("</body>", with: probe + "</body>")
      for (name, text) in [("page.html", html), ("probe.html", open)] {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      let options = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(folder)/profile", "--dump-dom",
      ]
      let page = try Program.chromium.run(options + ["file://\(folder)/page.html"], in: folder)
      #expect(!page.text.contains("CONSOLE"))
      #expect(page.text.contains("aria-sort=\"none\"><button"))
      let probed = try Program.chromium.run(options + ["file://\(folder)/probe.html"], in: folder)
      #expect(
        probed.text.contains(
          "data-found=\"Japan|Japan|Rest of the world|Japan|海峡の封鎖|ja|true\""))
    }
  }
}
