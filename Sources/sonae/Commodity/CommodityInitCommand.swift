import ArgumentParser
import Commodities
import Diagnostics
import Files

/// `sonae commodity init`: writes a folder to fill.
struct CommodityInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commodity's folder to fill, or a copy of a bundled one."
  )

  @Argument(help: "Name of the new commodity, and of its folder.")
  var name: String

  @Option(help: "A bundled commodity to copy, such as 'rare earths'.")
  var from: String?

  @Option(help: "Language of messages: en or ja.")
  var language: Language = .en

  func run() throws {
    try Terminal.refusing(in: language) {
      var folder = try NewFolder(name)
      for file in try files() { try folder.write(file.bytes, to: file.name) }
      try folder.finish()
      Terminal.note("\(name)\nsonae commodity check \(name)\nsonae explain ./\(name)")
    }
  }

  private func files() throws -> [(name: String, bytes: [UInt8])] {
    guard let from else {
      let label = name.split(separator: "/").last.map(String.init) ?? name
      return CommodityStarter.files(named: label).map { ($0.name, Array($0.text.utf8)) }
    }
    return try CommodityCatalogue.files(ofBundled: from)
  }
}
