import ArgumentParser
import Diagnostics
import Foundation
import InputOutputTables
import LinearAlgebra
import Measurement

/// `sonae doctor`: what this installation has.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Show the BLAS, its kernel and threads, fonts and data.")

  func run() throws {
    for (name, value) in Doctor.findings() {
      Terminal.result(name.padding(toLength: 18, withPad: " ", startingAt: 0) + value + "\n")
    }
  }
}

/// What this installation has.
enum Doctor {
  static func findings() -> [(String, String)] {
    let rate = Measurement.dgemmRate(size: 500)
    let kernel = BLASKernel.own
    return [
      ("sonae", Version.current), ("BLAS", OpenBLAS.configuration), ("kernel", kernel.name),
    ] + (kernel.advice.map { [("faster kernel", $0)] } ?? []) + [
      ("BLAS threads", "\(OpenBLAS.threads) (scenarios run in parallel, not products)"),
      ("cores", "\(ProcessInfo.processInfo.activeProcessorCount)"),
      ("dgemm", "\(Int(rate.rounded())) GFLOP/s on one core"), ("Japanese font", font),
      ("economies", EconomyLoader.bundledNames().joined(separator: ", ")),
      ("scenarios", ScenarioFile.bundledNames().joined(separator: ", ")),
    ]
  }

  /// A folder with a Japanese font for charts; text needs only the terminal's own.
  private static var font: String {
    let folders = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts"]
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: folder)
      while let name = names?.nextObject() as? String {
        if name.contains("CJK") || name.contains("Gothic") || name.contains("ipag") {
          return "\(folder)/\(name)"
        }
      }
    }
    return "none found; charts with Japanese labels need one, such as fonts-noto-cjk"
  }
}
