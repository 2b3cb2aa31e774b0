import Diagnostics
import LinearAlgebra
import Testing

@testable import Reporting

struct FlowLayoutTests {
  @Test(arguments: 0..<30) func bandsFillTheirBarsAndNothingOverlaps(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let flows = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Chart.Flow(
        stage: Int.random(in: 0...1, using: &random),
        from: Bilingual(same: "a\(Int.random(in: 0...6, using: &random))"),
        to: Bilingual(same: "a\(Int.random(in: 0...6, using: &random))"))
    }
    let values = flows.map { _ -> Double? in
      Bool.random(using: &random) ? Double.random(in: 0...9, using: &random) : nil
    }
    let layout = FlowLayout(flows, values, height: 400, slot: 20)
    #expect(layout.height >= 400)
    for (index, node) in layout.nodes.enumerated() {
      let goes = layout.bands.filter { $0.source == index }.reduce(0) { $0 + $1.thickness }
      let comes = layout.bands.filter { $0.target == index }.reduce(0) { $0 + $1.thickness }
      #expect(abs(max(goes, comes) - node.thickness) < 1e-9)
    }
    for column in 0..<layout.columns {
      let own = layout.nodes.filter { $0.column == column }.sorted { $0.rank < $1.rank }
      for (above, below) in zip(own, own.dropFirst()) {
        let room = max(20, above.thickness) / 2 + max(20, below.thickness) / 2
        #expect(below.middle - above.middle >= room - 1e-9)
      }
      if let first = own.first { #expect(first.middle - first.thickness / 2 >= -1e-9) }
      if let last = own.last {
        #expect(last.middle + last.thickness / 2 <= layout.height + 1e-9)
      }
    }
  }
}
