import Commodities
import Diagnostics
import Files
import InputOutputTables
import ScenarioText
import Scenarios

/// One economy of a file's list, and the file on it.
enum EconomyEntry: Sendable {
  /// The economy that the report stands on.
  case this(String)
  /// Another one that answers.
  case other(String, ScenarioFile)
  /// One without the regions or sectors that the file names; its mistakes there.
  case unanswered(String, [Diagnostic])

  /// The economy as the file names it.
  var name: String {
    switch self {
    case .this(let name), .other(let name, _), .unanswered(let name, _): name
    }
  }

  /// Why it does not answer; empty if it does.
  var mistakes: [Diagnostic] {
    if case .unanswered(_, let mistakes) = self { mistakes } else { [] }
  }

  /// Whether the report stands on it.
  var isThis: Bool { if case .this = self { true } else { false } }
}

extension ScenarioFile {
  /// What a scenario is read with, whatever its economy.
  struct Reading {
    let source: Source
    let document: Document
    let commodities: [Commodity]
    let defaults: SectorDefaults

    /// The file on the first economy that answers, and all of them in order.
    ///
    /// Names that an economy has not leave it unanswered; any other mistake is the file's own.
    func onEach(
      _ tables: [(name: String, loaded: LoadedTable)]
    ) throws(DiagnosticList) -> (ScenarioFile, [EconomyEntry]) {
      var first: ScenarioFile?
      var entries: [EconomyEntry] = []
      var remarks: [Diagnostic] = []
      for (name, loaded) in tables {
        do throws(DiagnosticList) {
          let (file, missing) = try on(loaded, name)
          if !missing.isEmpty {
            remarks.append(
              Diagnostic(.warning, RunProblem.noSuchRegion(economy: name, regions: missing)))
          }
          if first == nil {
            first = file
            entries.append(.this(name))
          } else {
            entries.append(.other(name, file.base(lasting: file.decoded.base.horizon)))
          }
        } catch {
          let errors = error.diagnostics.filter { $0.severity == .error }
          guard errors.allSatisfy({ $0.problem.as(ScenarioProblem.Name.self) != nil }) else {
            throw error
          }
          entries.append(.unanswered(name, errors))
          remarks += errors.map {
            Diagnostic(
              .warning, RunProblem.noAnswer(economy: name, why: $0.problem), at: $0.place)
          }
        }
      }
      guard var file = first else {
        throw DiagnosticList(entries.flatMap { $0.mistakes })
      }
      file.add(remarks)
      return (file, entries)
    }

    /// The file on one economy of several, and regions of its report that the economy has not.
    private func on(
      _ loaded: LoadedTable, _ name: String
    ) throws(DiagnosticList) -> (ScenarioFile, missing: [String]) {
      var one = try document.leavingOut("economies").setting(
        path: "economy", value: Source(name: "economies", text: ScenarioFile.quoted(name)))
      let names = Names(loaded.table, commodities)
      let regions = document.root["report"]?["regions"]
      let listed: [Node] = if case .sequence(let nodes) = regions?.content { nodes } else { [] }
      let known = listed.filter { node in node.text.map { (try? names.region($0)) != nil } ?? true }
      if let regions, known.count < listed.count {
        one = try one.setting(
          path: "report.regions", at: regions.place,
          value: Node(.sequence(known), at: regions.place))
      }
      let reading = Reading(
        source: source, document: one, commodities: commodities, defaults: defaults)
      let missing = listed.compactMap { $0.text }.filter { (try? names.region($0)) == nil }
      return (try ScenarioFile(reading, on: loaded), missing)
    }
  }
}
