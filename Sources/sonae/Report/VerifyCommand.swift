import ArgumentParser
import Diagnostics

/// `sonae verify`: runs what a folder's manifest says again and compares the numbers.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run what folders of results hold again and compare: exit code 0 same, 2 differs.")

  @Argument(help: "Folders that `sonae run` or `decide` has written with `--output DIR`.")
  var folders: [String]

  @Option(help: "Language of messages: en or ja.")
  var language: Language = .en

  func run() async throws {
    var isSame = true
    for folder in folders {
      let verification = try await Terminal.refusing(in: language) {
        try await Verification.of(folder)
      }
      Terminal.result(verification.text(in: language))
      isSame = isSame && verification.isSame
    }
    if !isSame { throw ExitCode(2) }
  }
}
