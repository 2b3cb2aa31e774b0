package import Reporting

/// What stands behind a page: one scenario, loaded once, that answers what is asked of it.
package protocol Exploring: Sendable {
  /// The scenario as it was opened: names, regions, what may be changed; schema `sonae.explorer/1`.
  func opening() async throws -> JSON
  /// The result of a changed scenario; schema `sonae.exploration/1`.
  ///
  /// Throws `DiagnosticList` where the changes make no scenario, `CancellationError` where the same page has
  /// asked for something else since.
  func answer(_ request: RunRequest) async throws -> JSON
}
