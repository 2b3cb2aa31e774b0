package import ComparativeStatics
package import Diagnostics
package import InputOutputTables

/// What is asked of a static result besides its name; names are still as the user wrote them.
package struct InspectionRequest {
  /// Nodes such as `JPN.34t35`, `JPN.*`.
  package let nodes: [String]
  /// A change such as `10%`.
  package let by: String?
  /// Kind of hypothetical extraction; complete if nil.
  package let type: ExtractionKind?
  /// Trade links such as `CHN>JPN:30t33`.
  package let links: [String]
  /// Whether remaining suppliers make up for lost links.
  package let isReplaced: Bool
  /// The second year's table.
  package let against: InputOutputTable?
  /// Jobs by node.
  package let jobs: Source?
  /// Smallest chain shown, a share; 0.1% if nil.
  package let cutoff: String?
  /// At most so many chains or single points; 25 if nil.
  package let top: Int?
  /// Days in which a node alone recovers, 30 if nil; days of a stop, 60 if nil.
  package let days: Int?
  /// A region's code.
  package let region: String?
  /// The economy that is meant where that region was typed in place of one; else nil.
  package let economyOfCountry: String?
  /// A product: a sector, a commodity or a material.
  package let product: String?
  /// Path of a file of materials or trade flows.
  package let from: String?

  /// Makes a request; what is left out is nil or empty.
  package init(
    nodes: [String] = [], by: String? = nil, type: ExtractionKind? = nil,
    links: [String] = [], isReplaced: Bool = false, against: InputOutputTable? = nil,
    jobs: Source? = nil, cutoff: String? = nil, top: Int? = nil, days: Int? = nil,
    region: String? = nil, economyOfCountry: String? = nil, product: String? = nil,
    from: String? = nil
  ) {
    self.nodes = nodes
    self.by = by
    self.type = type
    self.links = links
    self.isReplaced = isReplaced
    self.against = against
    self.jobs = jobs
    self.cutoff = cutoff
    self.top = top
    self.days = days
    self.region = region
    self.economyOfCountry = economyOfCountry
    self.product = product
    self.from = from
  }
}

/// An option of `sonae inspect` as messages and the list of tables write it.
enum InspectOption: String, CaseIterable {
  case node = "--node REGION.SECTOR"
  case by = "--by 10%"
  case type = "--type complete|backward|forward"
  case link = "--link EXPORTER>IMPORTER:PRODUCT"
  case replace = "--replace"
  case against = "--against ECONOMY"
  case employment = "--employment FILE"
  case cutoff = "--cutoff 0.1%"
  case top = "--top 25"
  case days = "--days 30"
  case region = "--region REGION"
  case product = "--product PRODUCT"
  case from = "--from FILE"

  /// The option's name alone, such as `--node`.
  var name: String { String(rawValue.prefix { $0 != " " }) }

  /// Whether a request gives the option.
  func isGiven(in request: InspectionRequest) -> Bool {
    switch self {
    case .node: !request.nodes.isEmpty
    case .by: request.by != nil
    case .link: !request.links.isEmpty
    case .against: request.against != nil
    case .employment: request.jobs != nil
    case .region: request.region != nil
    case .product: request.product != nil
    case .from: request.from != nil
    case .type: request.type != nil
    case .replace: request.isReplaced
    case .cutoff: request.cutoff != nil
    case .top: request.top != nil
    case .days: request.days != nil
    }
  }
}
