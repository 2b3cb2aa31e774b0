import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct EmploymentMultipliersTests {
  @Test func jobsOfAllFinalDemandAreAllJobs() throws {
    let table = randomTables[2]
    let jobs = (0..<table.nodeCount).map { Double(10 + $0) }
    let found = EmploymentMultipliers(try LeontiefModel(table), jobs: jobs)
    let total = zip(found.typeI, table.totalFinalDemand).reduce(0) { $0 + $1.0 * $1.1 }
    let counted = jobs.indices.filter { table.grossOutput[$0] > 0 }.reduce(0.0) { $0 + jobs[$1] }
    #expect(abs(total - counted) < 1e-9 * counted)
    #expect(found.coefficients.last == 0 && found.typeI.last == 0)
  }
}
