import ArgumentParser
import Diagnostics
import Files
import Foundation
import InputOutputTables
import Synchronization

/// Where text goes: results to standard output, everything else to standard error.
///
/// A stream that cannot be written is remembered: the work goes on, and the program ends with 1.
enum Terminal {
  private struct State {
    var failures: [StandardStream: SystemError] = [:]
    var language = Language.en
  }

  private static let state = Mutex(State())

  /// Whether results are styled: on a terminal that can, unless NO_COLOR is set.
  static var isStyled: Bool {
    let environment = ProcessInfo.processInfo.environment
    return StandardStream.output.isTerminal && environment["TERM"] != "dumb"
      && environment["NO_COLOR", default: ""].isEmpty
  }

  /// Whether results and messages meet on one screen.
  static var isInteractive: Bool {
    StandardStream.output.isTerminal && StandardStream.error.isTerminal
  }

  /// Columns for tables: COLUMNS if set, else the terminal's, else 80.
  static var width: Int {
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return max(40, stated ?? StandardStream.output.columns ?? 80)
  }

  /// Writes a message to standard error.
  static func note(_ text: String) {
    put(text.hasSuffix("\n") ? text : text + "\n", to: .error)
  }

  /// Writes a progress line if standard error is a terminal.
  static func progress(_ text: String) {
    if StandardStream.error.isTerminal { note(text) }
  }

  /// Writes a result.
  static func result(_ text: String) { put(text, to: .output) }

  private static func put(_ text: String, to stream: StandardStream) {
    if state.withLock({ $0.failures[stream] != nil }) { return }
    do { try stream.write(text) } catch {
      state.withLock { $0.failures[stream] = error }
    }
  }

  /// With what the program ends: 1 instead of 0 if not everything could be said, unless the reader
  /// closed the pipe.
  static func ending(with code: Int32) -> Int32 {
    let (failures, language) = state.withLock { ($0.failures, $0.language) }
    if let error = failures[.output], !error.isClosedPipe {
      note(Diagnostic(.error, FileProblem.unsaid(error)).text(in: language))
    }
    let isBroken = failures.values.contains { !$0.isClosedPipe }
    return code == 0 && isBroken ? 1 : code
  }

  /// Does some work; a refused input is explained and ends the program with exit code 1.
  static func refusing<Result>(
    in language: Language, _ work: () throws -> Result
  ) throws -> Result {
    state.withLock { $0.language = language }
    do { return try work() } catch { throw told(error, in: language) }
  }

  /// Does some work that takes its time; otherwise like the other.
  static func refusing<Result>(
    in language: Language, _ work: () async throws -> Result
  ) async throws -> Result {
    state.withLock { $0.language = language }
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
