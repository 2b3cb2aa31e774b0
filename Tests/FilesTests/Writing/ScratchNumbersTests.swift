import Diagnostics
import Files
import Foundation
import LinearAlgebra
import TestSupport
import Testing

@Suite struct ScratchNumbersTests {
  /// Whether in memory or on disk, what was appended is there at its place, and no file is left to see.
  @Test(arguments: [0, 1, 50, 10_000])
  func everyPlaceHoldsWhatWasAppended(_ most: Int) throws {
    try withTemporaryFolder { folder in
      var random = SplitMix64(seed: 7)
      var all: [Double] = []
      var scratch = ScratchNumbers(folder: folder, inMemory: most)
      for size in [0, 3, 40, 1, 200, 0, 77] {
        let numbers = (0..<size).map { _ in random.nextUniform() }
        try scratch.append(numbers)
        all += numbers
        #expect(scratch.count == all.count)
        #expect(scratch.isOnDisk == (all.count > most))
        for _ in 0..<20 {
          let low = Int(random.next() % UInt64(all.count + 1))
          let high = low + Int(random.next() % UInt64(all.count - low + 1))
          #expect(try scratch.numbers(low..<high) == Array(all[low..<high]))
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func aFolderThatIsNotThereIsToldOnceItIsNeeded() throws {
    var scratch = ScratchNumbers(folder: "/nowhere/at/all", inMemory: 4)
    try scratch.append([1, 2, 3])
    do throws(DiagnosticList) {
      try scratch.append([4, 5])
      Issue.record("nothing was refused")
    } catch {
      #expect(error.diagnostics.first?.problem.code == "cannot-write")
    }
  }
}
