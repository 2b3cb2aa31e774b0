import ArgumentParser
import Foundation
import Measurement
import Reporting

/// `sonae bench`: times the engine on this machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time one step, LU and loading on this machine; about ten seconds.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let figures = Measurement.all()
    if json {
      let members = figures.map { JSON.Member($0.name, .number($0.value)) }
      Terminal.result(
        JSON.object([JSON.Member("schema", "sonae.bench/1")] + members).pretty + "\n")
    } else {
      let width = figures.map(\.name.count).max() ?? 0
      for figure in figures {
        let name = figure.name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
        Terminal.result(name + NumberFormat.rounded(figure.value, as: .significant) + "\n")
      }
    }
  }
}
