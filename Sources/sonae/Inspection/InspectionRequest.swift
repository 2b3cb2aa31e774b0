import ComparativeStatics
import Diagnostics
import InputOutputTables

/// What is asked of a static result besides its name; names are still as the user wrote them.
struct InspectionRequest {
  /// Nodes such as `JPN.34t35`, `JPN.*`.
  var nodes: [String] = []
  /// A change such as `10%`.
  var by: String?
  /// Kind of hypothetical extraction; complete if nil.
  var type: ExtractionKind?
  /// Trade links such as `CHN>JPN:30t33`.
  var links: [String] = []
  /// Whether remaining suppliers make up for lost links.
  var isReplaced = false
  /// The second year's table.
  var against: InputOutputTable?
  /// Jobs by node.
  var jobs: Source?
  /// Smallest chain shown, a share; 0.1% if nil.
  var cutoff: String?
  /// At most so many chains; 25 if nil.
  var top: Int?
  /// Days in which a node alone recovers; 30 if nil.
  var days: Int?
  /// A region's code.
  var region: String?
  /// A product: a sector, a commodity or a material.
  var product: String?
  /// Path of a file of materials or trade flows.
  var from: String?
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
