import ArgumentParser
import Commodities
import Diagnostics
import InputOutputTables
import Reporting
import ScenarioText
import Scenarios
import TableFormats

/// `sonae list`: what is bundled.
struct ListCommand: ParsableCommand {
  enum Topic: String, ExpressibleByArgument, CaseIterable {
    case scenarios, economies, commodities, chokepoints, formats
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: """
      List bundled scenarios, economies, commodities and chokepoints, and formats that can be \
      imported.
      """
  )

  @Argument(help: "scenarios, economies, commodities, chokepoints or formats; all by default.")
  var topic: Topic?

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  @OptionGroup var format: FormatOptions

  func run() throws {
    try Terminal.refusing(in: language) {
      let topics = topic.map { [$0] } ?? Topic.allCases
      let tables = try topics.map(Catalogue.table)
      Terminal.result(format.format.render(tables, format.rendering(in: language)))
    }
  }
}

extension Catalogue {
  /// The formats of `sonae import`: what to download, and on what terms.
  fileprivate static func formats() -> Table {
    let text = { (key: String, en: String, ja: String) in
      TableColumn(key, Bilingual(en, ja), kind: .text)
    }
    return Table(
      name: "formats", title: Bilingual("Formats of sonae import", "sonae import の形式"),
      columns: [
        name, text("other_names", "Other names", "別名"), text("table", "Table", "表"),
        text("download", "What to download", "入手するもの"), text("licence", "Licence", "ライセンス"),
      ],
      rows: ProviderFormat.allCases.map { format in
        [
          .name(format.name), .name(format.aliases.joined(separator: ", ")), .name(format.title),
          .text(Bilingual(format.download.en, format.download.ja)), .name(format.licence),
        ]
      })
  }
}

/// What is bundled, as tables.
enum Catalogue {
  static func table(_ topic: ListCommand.Topic) throws -> Table {
    switch topic {
    case .scenarios: try scenarios()
    case .economies: try economies()
    case .commodities: table(of: try CommodityCatalogue.bundled())
    case .chokepoints: chokepoints(try CommodityCatalogue.bundled())
    case .formats: formats()
    }
  }

  static let name = TableColumn("name", Bilingual("Name", "名称"), kind: .text)
  private static let about = TableColumn("about", Bilingual("About", "内容"), kind: .text)

  private static func scenarios() throws -> Table {
    let rows = try ScenarioFile.bundledNames().map { name -> [TableCell] in
      let root = try Parser.parse(try ScenarioFile.source(named: name).source).root
      let title = root["title"]?.text ?? name
      return [.name(name), .text(Bilingual(title, root["title_ja"]?.text ?? title))]
    }
    return Table(
      name: "scenarios", title: Bilingual("Scenarios", "シナリオ"), columns: [name, about],
      rows: rows)
  }

  private static func economies() throws -> Table {
    let rows = try EconomyLoader.bundled().map { economy -> [TableCell] in
      let description = economy.description
      let size = "\(economy.regions.count) × \(economy.sectors.count)"
      let isStandard = economy.name == EconomyLoader.standard
      let (year, note) = (description.year.map { "\($0)" } ?? "", description.note)
      return [
        .name(economy.name), .text(EconomyWords.basis(description.basis)),
        .text(
          Bilingual(
            "\(isStandard ? "The default. " : "")\(size), \(year), \(description.moneyUnit). \(note.en). Cite: \(description.source). Licence: \(description.licence)",
            "\(isStandard ? "既定。" : "")\(size)、\(year)年、\(description.moneyUnit)。\(note.ja)。出典：\(description.source)。ライセンス：\(description.licence)"
          )),
      ]
    }
    return Table(
      name: "economies", title: Bilingual("Economies", "経済表"),
      columns: [
        name, TableColumn("basis", Bilingual("Basis", "性格"), kind: .text), about,
      ], rows: rows)
  }
}
