import Foundation
import TestSupport
import Testing

/// What README.md shows is what the program does: every line of its code blocks runs, and what it prints is what
/// the page says it prints.
struct ReadmeTests {
  /// Lines that are no command of the program, or that wait for something a test has not, and what.
  static let notRun = [
    "make run": "builds the package that is being tested",
    "make test": "is what runs this",
    ".build/release/sonae explore hormuz-2026": "serves until it is stopped; `Explore` tests it",
    "sbatch job.sh": "needs Slurm: `make clusters` runs such a job",
    ".build/release/sonae import oecd-icio 2022_SML.csv --output icio2022":
      "needs the provider's file; `ImportCommandTests` runs it on a made-up one",
    ".build/release/sonae inspect icio2022 --table linkages": "needs the file of the line before",
    ".build/release/sonae run my-scenario.yaml --economy icio2022": "the same",
  ]

  /// Lines that are run with a file in place of `FILE`, or with fewer draws and days: those take minutes.
  static let shortened = [
    ".build/release/sonae run hormuz-policies --table policy":
      "sonae run hormuz-policies --table policy --set 'horizon=40 days'",
    ".build/release/sonae sweep hormuz-2026 --vary 'shocks[0].closure.for=30 days..180 days:30 days' --vary 'shocks[0].closure.by=50%, 90%, 100%'":
      "sonae sweep hormuz-2026 --vary 'shocks[0].closure.for=30 days..180 days:30 days' --vary 'shocks[0].closure.by=50%, 90%, 100%' --set 'horizon=40 days'",
    ".build/release/sonae ensemble rare-earth-ranges --output out":
      "sonae ensemble rare-earth-ranges --output out --draws 16 --set 'horizon=150 days'",
    "sonae ensemble FILE --output out --shard 3/8":
      "sonae ensemble rare-earth-ranges --output out --shard 0/1 --draws 8 --set 'horizon=40 days'",
    "sonae slurm FILE --draws 100000 --shards 64 --output out > job.sh":
      "sonae slurm rare-earth-ranges --draws 100000 --shards 64 --output many > job.sh",
    ".build/release/sonae decide hormuz-2026 --question release --over 'shocks[0].closure.for=30 days, 90 days, 180 days'":
      "sonae decide hormuz-2026 --question release --over 'shocks[0].closure.for=20 days, 40 days' --set 'horizon=60 days'",
    ".build/release/sonae decide hormuz-2026 --question single-points --table links --top 10":
      "sonae decide hormuz-2026 --question single-points --table links --top 3 --set 'horizon=20 days'",
    ".build/release/sonae decide strait-budget --question portfolio --over variants --budget '500 billion JPY' --per-dollar 150":
      "sonae decide strait-budget --question portfolio --over variants --budget '500 billion JPY' --per-dollar 150 --set 'horizon=60 days'",
    ".build/release/sonae decide rare-earth-ranges --question policies --acceptable 0.5% --set 'responses[+]={stockpile: {commodity: rare earths, holder: JPN, days: 60 days}}' --set 'responses[+]={recycle: {commodity: rare earths, importer: JPN, rate: 10%, displaces: CHN}}'":
      "sonae decide rare-earth-ranges --question policies --acceptable 0.5% --set 'responses[+]={stockpile: {commodity: rare earths, holder: JPN, days: 60 days}}' --set 'responses[+]={recycle: {commodity: rare earths, importer: JPN, rate: 10%, displaces: CHN}}' --draws 4 --set 'horizon=60 days'",
  ]

  /// A page's code blocks: fenced ones by their language, the others as commands, a line each.
  struct Page {
    var fenced: [(language: String, text: String)] = []
    var commands: [[String]] = []

    init(_ text: String) {
      var language: String?
      var isAfterBlank = true
      var isOpen = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") {
          language = language == nil ? String(line.dropFirst(3)) : nil
          if let language { fenced.append((language, "")) }
        } else if language != nil {
          fenced[fenced.count - 1].text += line + "\n"
        } else if line.hasPrefix("    "), isAfterBlank || isOpen {
          if !isOpen { commands.append([]) }
          add(String(line.dropFirst(4)))
          isOpen = true
        } else {
          isOpen = false
        }
        isAfterBlank = line.isEmpty
      }
    }

    /// Adds a line of a block without its comment; a line that ends in `\` goes on.
    private mutating func add(_ line: String) {
      let code = line.firstRange(of: #/\s\s+# /#).map { String(line[..<$0.lowerBound]) } ?? line
      let text = code.trimmingCharacters(in: .whitespaces)
      let block = commands.count - 1
      if let last = commands[block].last, last.hasSuffix("\\") {
        commands[block][commands[block].count - 1] = last.dropLast() + text
      } else {
        commands[block].append(text)
      }
    }
  }

  static let readme = Result { Page(try text(repository.appending(path: "README.md").path)) }

  /// Blocks of commands that are run, as they are run.
  static let blocks: [[String]] = ((try? readme.get())?.commands ?? []).map { block in
    block.filter { notRun[$0] == nil }.map { line in
      (shortened[line] ?? line).replacing(#/^(\.build/release/)?sonae /#, with: "\"$SONAE\" ")
    }
  }.filter { !$0.isEmpty }

  @Test(arguments: blocks.indices) func everyCommandRuns(_ index: Int) async throws {
    let lines = Self.blocks[index]
    for line in lines { #expect(line.hasPrefix("\"$SONAE\" "), "no command: \(line)") }
    try await shell(lines.joined(separator: " && ")) { outcome, _ in
      #expect(outcome.code == 0, "\(lines): \(outcome.err.suffix(2_000))")
    }
  }

  /// Nothing is left out silently, and no list outlives its lines.
  @Test func whatIsNotRunIsStillThere() throws {
    let lines = Set(try Self.readme.get().commands.flatMap { $0 })
    #expect(lines.count > 20 && Self.blocks.count > 8)
    for line in Array(Self.notRun.keys) + Self.shortened.keys { #expect(lines.contains(line)) }
  }

  /// Whole scenarios on the page run as they stand; parts of one stand in a file that has the rest.
  @Test func itsScenariosAreValid() async throws {
    let pages = try Self.readme.get().fenced
    #expect(pages.map(\.language) == ["yaml", "yaml", "yaml"])
    let whole = pages[0].text
    let ranges = whole.replacing("responses:", with: pages[2].text + "responses:")
      .replacing(
        "- price: {commodity: crude oil, at: 75 USD/bbl}",
        with: "- stock: {commodity: rare earths, importer: JPN, usable: 60 days}"
      )
      .replacing("for: 365 days}", with: "for: 365 days, leak: 0%}")
    let ladder = "title: x\nstart: 2026-01-01\n" + pages[1].text
    for file in [whole, ranges, ladder] {
      try await shell(
        "\"$SONAE\" check test.yaml > checked.yaml && \"$SONAE\" check checked.yaml", scenario: file
      ) {
        outcome, _ in
        #expect(outcome.code == 0, "\(outcome.err)")
      }
    }
  }

  /// The first result, to the letter.
  @Test func theFirstTableIsWhatIsPrinted() async throws {
    let page = try text(repository.appending(path: "README.md").path)
    let shown = page.split(separator: "\n").filter { $0.hasPrefix("|") }.prefix(6)
    try await shell("\"$SONAE\" run hormuz-2026 --table variants --format markdown") {
      outcome, _ in
      #expect(outcome.code == 0)
      let printed = outcome.out.split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(Array(shown) == printed)
      #expect(page.contains("### Variants: Japan") && outcome.out.contains("### Variants: Japan"))
    }
  }

  /// Figures in its prose.
  @Test func theProseQuotesWhatIsPrinted() async throws {
    let page = try text(repository.appending(path: "README.md").path)
    let words = try #require(
      page.firstMatch(
        of: /China supplied ([\d.]+)%.*?, ([\d.]+)% of what it imported, and ([\d.]+)%/))
    try await shell(
      "\"$SONAE\" inspect g7plus-2011 --table dependency --region JPN --product 30t33 --format csv"
    ) { outcome, _ in
      let row = try #require(outcome.out.split(separator: "\n").first { $0.contains("CHN") })
      let cells = row.split(separator: ",").compactMap { Double($0) }
      for word in [words.1, words.2, words.3] {
        let quoted = try #require(Double(word))
        #expect(cells.contains { abs(100 * $0 - quoted) <= 0.05 + 1e-9 }, "\(word)%: \(row)")
      }
    }
    let count = try #require(page.firstMatch(of: /`sonae list commodities`: (\d+)/))
    try await shell("\"$SONAE\" list commodities --format csv") { outcome, _ in
      #expect(outcome.out.split(separator: "\n").count - 1 == Int(count.1))
    }
    try await shell("\"$SONAE\" inspect g7plus-2011 --table list") { outcome, _ in
      #expect(outcome.code == 0)
    }
  }
}
