import Reporting
import Testing

@testable import sonae

@Suite struct ListCommandTests {
  @Test(arguments: ListCommand.Topic.allCases) func everyListHasRows(_ topic: ListCommand.Topic)
    throws
  {
    let table = try Catalogue.table(topic)
    #expect(!table.rows.isEmpty && table.name == topic.rawValue)
  }
}
