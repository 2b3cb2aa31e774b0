import Files
import ArgumentParser
import Diagnostics
import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where text goes: results to standard output, everything else to standard error.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(1) == 1 }

  /// Whether results are styled: on a terminal, unless NO_COLOR is set.
  static var isStyled: Bool {
    isInteractive && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  }

  /// Columns for tables: the terminal's if it says so, else 120.
  static var width: Int {
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 120
    return max(40, stated)
  }

  /// Writes a message to standard error.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// Writes a progress line if standard error is a terminal.
  static func progress(_ text: String) {
    if isatty(2) == 1 { note(text) }
  }

  /// Writes a result.
  static func result(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Does some work; a refused input is explained and ends the program with exit code 1.
  static func refusing<Result>(
    in language: Language, _ work: () throws -> Result
  ) throws -> Result {
    do { return try work() } catch { throw told(error, in: language) }
  }

  /// Does some work that takes its time; otherwise like the other.
  static func refusing<Result>(
    in language: Language, _ work: () async throws -> Result
  ) async throws -> Result {
    do { return try await work() } catch { throw told(error, in: language) }
  }

  /// Explains an error, and says with what the program ends.
  private static func told(_ error: any Error, in language: Language) -> any Error {
    switch error {
    case let list as DiagnosticList: note(list.text(in: language))
    case is ExitCode, is ValidationError, is CleanExit: return error
    default: note(Diagnostic(.error, FileProblem.failed("\(error)")).text(in: language))
    }
    return ExitCode(1)
  }

  /// Says warnings on standard error.
  static func warn(_ diagnostics: [Diagnostic], in language: Language) {
    for diagnostic in diagnostics { note(diagnostic.text(in: language)) }
  }
}
