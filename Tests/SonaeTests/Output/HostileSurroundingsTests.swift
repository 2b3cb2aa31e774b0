import Foundation
import TestSupport
import Testing

/// The program where streams are full, folders are others', names are long and runs are killed.
@Suite struct HostileSurroundingsTests {
  // MARK: - Streams

  @Test(arguments: [
    "run test.yaml --output o >/dev/full", "check test.yaml >/dev/full", "list >&-",
    "--help >/dev/full", "--version >/dev/full", "inspect small >/dev/full",
    "run test.yaml --output o >&-",
  ])
  func aFullOrClosedOutputEndsWith1(_ command: String) async throws {
    try await shell("\"$SONAE\" \(command)") { outcome, folder in
      #expect(outcome.code == 1, "\(outcome.err)")
      #expect(outcome.err.contains("error: the result could not be printed"))
      if command.contains("--output") { #expect(isFile(folder + "/o/manifest.json")) }
    }
  }

  @Test func aClosedPipeEndsWith0AfterTheFolder() async throws {
    let script = "{ \"$SONAE\" run test.yaml --output o; echo $? >code; } | true; sleep 1; cat code"
    try await shell(script) { outcome, folder in
      #expect(outcome.out == "0\n" && !outcome.err.contains("error"))
      #expect(isFile(folder + "/o/manifest.json"))
    }
  }

  @Test(arguments: ["run nothing 2>&-", "run nothing 2>/dev/full", "bogus 2>/dev/full"])
  func aBrokenErrorStreamIsNoCrash(_ command: String) async throws {
    try await shell("\"$SONAE\" \(command)") { outcome, _ in
      #expect(outcome.code == (command.hasPrefix("bogus") ? 64 : 1))
    }
  }

  // MARK: - Full disks

  /// Whether this system lets a user mount a small disk in a name space of one's own.
  private static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "unshare -Urm mount -t tmpfs none /tmp 2>/dev/null"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Writes to `disk/new` and over the whole result `disk/old`, where `LIMIT` lets little be written.
  private static let filling = """
    list() { find disk -type f -exec cksum {} + | sort; }
    "$SONAE" run test.yaml --output disk/old >/dev/null; list >before
    for name in old new; do
      LIMIT "$SONAE" run test.yaml --output disk/$name --trajectories >/dev/null; echo $?
    done
    list | cmp - before && ls -A disk
    """

  @Test func aLimitOfTheFilesSizeLeavesNothingHalfWritten() async throws {
    let script = "mkdir disk; " + Self.filling.replacing("LIMIT", with: "ulimit -f 8;")
    try await shell(script) { outcome, _ in
      #expect(outcome.out == "1\n1\nold\n", "\(outcome.err)")
      #expect(outcome.err.contains("the file grows too large"))
    }
  }

  @Test(.enabled(if: canMount, "needs leave to mount a small disk of one's own"))
  func aFullDiskLeavesNothingHalfWritten() async throws {
    let full = "dd if=/dev/zero of=disk/rest bs=1024 2>/dev/null;"
    let script = """
      mkdir disk; unshare -Urm sh -c 'mount -t tmpfs -o size=256k none disk
      \(Self.filling.replacing("list >before", with: full + " list >before").replacing("LIMIT", with: ""))'
      """
    try await shell(script) { outcome, _ in
      #expect(outcome.out == "1\n1\nold\nrest\n", "\(outcome.err)")
      #expect(outcome.err.contains("the disk is full"))
    }
  }

  // MARK: - Folders

  @Test func aFolderOfOthersIsNotTouched() async throws {
    let script = """
      mkdir -p proj/tables proj/variants; echo '{"name": "my app"}' >proj/manifest.json
      echo precious >proj/tables/mine.csv; echo precious >proj/variants/mine.txt
      "$SONAE" run test.yaml --output proj; echo $?
      "$SONAE" run test.yaml --output ""; echo $?
      cat proj/tables/mine.csv proj/variants/mine.txt
      """
    try await shell(script) { outcome, folder in
      #expect(outcome.out == "1\n1\nprecious\nprecious\n")
      #expect(outcome.err.contains("`proj` is not a whole folder of results alone"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/tables"))
    }
  }

  @Test func whatHasLostItsManifestIsRefused() async throws {
    let script = """
      "$SONAE" run test.yaml --output o --trajectories >/dev/null; rm o/manifest.json
      "$SONAE" run test.yaml --output o; echo $?
      """
    try await shell(script) { outcome, folder in
      #expect(outcome.out == "1\n" && !isFile(folder + "/o/manifest.json"))
    }
  }

  @Test func theCurrentFolderIsFilledWhereItIs() async throws {
    let script = """
      mkdir here; cd here; "$SONAE" run ../test.yaml --output . --trajectories >/dev/null; echo $?
      "$SONAE" run ../test.yaml --output . >/dev/null; echo $?; ls -a | tr '\\n' ' '
      """
    try await shell(script) { outcome, _ in
      #expect(
        outcome.out
          == "0\n0\n. .. charts manifest.json report.html report.json report.md report.tex report.xlsx "
          + "summary.json tables ")
    }
  }

  @Test(arguments: [
    "f", "ff", "dl", "f/a", "/dev/full", "/proc/x", String(repeating: "x", count: 300),
  ])
  func aPlaceThatCannotBeWrittenIsToldBeforeTheRun(_ place: String) async throws {
    let script = "touch f; mkfifo ff; ln -s nowhere dl; \"$SONAE\" run test.yaml --output \(place)"
    try await shell(script) { outcome, _ in
      #expect(outcome.code == 1 && outcome.out.isEmpty)
      #expect(outcome.err.hasPrefix("error: `\(place)`") && outcome.err.contains("\nhelp: "))
      #expect(!outcome.err.contains("Domain"))
    }
  }

  @Test func aStarterInAFolderThatIsNotThereIsRefusedInWords() async throws {
    try await shell("\"$SONAE\" init a/b/c; echo $?; \"$SONAE\" init f/x; echo $?") { outcome, _ in
      #expect(outcome.out == "1\n1\n" && !outcome.err.contains("Domain"))
      #expect(outcome.err.contains("`a/b/c.yaml` cannot be written: a folder of the path"))
    }
  }

  @Test func longNamesOfVariantsBecomeShortFolders() async throws {
    let scenario =
      smallScenario
      + ["v", "w", "変"].map { letter in
        "  \"\(String(repeating: letter, count: 300))\": {\"shocks[0].capacity.by\": 60%}\n"
      }.joined() + "  \"\(String(repeating: "v", count: 301))\": {\"shocks[0].capacity.by\": 61%}\n"
    try await shell(
      "\"$SONAE\" run test.yaml --output o --trajectories >/dev/null", scenario: scenario
    ) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.err)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/o/variants")
      #expect(names.count == 5 && names.allSatisfy { $0.utf8.count <= 120 })
    }
  }

  @Test func writersAtOnceLeaveOneWholeFolder() async throws {
    let script = """
      sed 's/title: .*/title: OTHER/; s/horizon: 40/horizon: 30/' test.yaml >other.yaml
      for i in 1 2 3; do
        "$SONAE" run test.yaml --output o --trajectories >/dev/null & p=$!
        "$SONAE" run other.yaml --output o --trajectories >/dev/null; wait $p
        grep -c OTHER o/manifest.json; wc -l <o/production.csv; wc -l <o/unmet.csv
      done; ls -a | grep partial
      """
    try await shell(script) { outcome, _ in
      let lines = outcome.out.split(separator: "\n").map { $0.filter { $0 != " " } }
      #expect(lines.count == 9)
      for start in stride(from: 0, to: lines.count, by: 3) {
        let rows = lines[start] == "0" ? "41" : "31"
        #expect(lines[start + 1] == rows && lines[start + 2] == rows)
      }
    }
  }

  @Test func aKilledRunLeavesTheFolderWhole() async throws {
    let script = """
      "$SONAE" run test.yaml --output o --trajectories >/dev/null; cp -r o before
      for delay in 0.02 0.05 0.1 0.15 0.2 0.3; do
        "$SONAE" run test.yaml --output o >/dev/null & p=$!; sleep $delay; kill -9 $p 2>/dev/null
        wait $p 2>/dev/null
        if test -f o/production.csv; then diff -r before o || echo MIXED; fi
        test -f o/manifest.json || echo NONE
      done
      "$SONAE" run test.yaml --output o >/dev/null; echo $?; ls -a . o | grep -E 'partial|production'
      """
    try await shell(script) { outcome, _ in #expect(outcome.out == "0\n") }
  }

  // MARK: - Memory, names, terminals

  @Test func tooLittleMemoryIsToldInWords() async throws {
    try await shell("ulimit -v 400000; \"$SONAE\" run test.yaml; echo $?") { outcome, _ in
      #expect(outcome.out == "1\n" || outcome.out == "0\n")
      if outcome.out == "1\n" { #expect(outcome.err.contains("ulimit -v")) }
    }
  }

  @Test func whatWasTypedIsSafeToPrint() async throws {
    let script =
      "\"$SONAE\" run \"$(printf 'a\\033[31mb\\a')\" \"--\\033x\"; \"$SONAE\" \"$(printf '\\033[2J')\""
    try await shell(script) { outcome, _ in
      #expect(!outcome.err.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  /// 80 columns without a terminal, and none wider than asked for.
  @Test(arguments: [("", 80), ("60", 60), ("200", 200)])
  func tablesFitTheWidth(_ columns: String, _ width: Int) async throws {
    try await shell("\"$SONAE\" list formats", environment: ["COLUMNS": columns]) { outcome, _ in
      let widest = outcome.out.split(separator: "\n").map(\.count).max() ?? 0
      #expect(outcome.code == 0 && widest <= width && widest > width / 2)
    }
  }
}
