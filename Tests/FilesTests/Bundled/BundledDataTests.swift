import Testing

@testable import Files

@Suite struct BundledDataTests {
  @Test func everyListedPathHasBytes() {
    let paths = BundledData.paths(in: "")
    #expect(!paths.isEmpty)
    for path in paths { #expect(BundledData.bytes(of: path)?.isEmpty == false, "\(path)") }
  }

  @Test func pathsAreSortedAndOfTheFolderAlone() {
    let paths = BundledData.paths(in: "economies/g7plus-2011")
    #expect(paths == paths.sorted())
    #expect(paths.contains("economies/g7plus-2011/Z.csv"))
    #expect(paths.allSatisfy { $0.hasPrefix("economies/g7plus-2011/") })
    #expect(BundledData.paths(in: "economies/g7plus").isEmpty)
  }

  @Test func bytesAreTheFilesOwn() throws {
    let bytes = try #require(BundledData.bytes(of: "economies/g7plus-2011/x.csv"))
    #expect(String(decoding: bytes.prefix(22), as: UTF8.self) == ",x\nJPN_AtB,157520\nJPN_")
  }

  @Test(arguments: ["", "nothing", "economies", "../economies/g7plus-2011/Z.csv"])
  func unknownPathsHaveNoBytes(_ path: String) {
    #expect(BundledData.bytes(of: path) == nil)
  }
}
