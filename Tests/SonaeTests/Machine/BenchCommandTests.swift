import Foundation
import Testing

/// `sonae bench` measures what it says it measures.
struct BenchCommandTests {
  @Test(arguments: ["fixed", "delivery"]) func everyFigureIsHonest(
    _ choice: String
  ) throws {
    let outcome = try CommandLineTests().run(
      "bench", "--json", "--regions", "4", "--sectors", "5", "--batch", "19", "--days", "6",
      "--threads", "2", "--choice", choice, in: "/")
    #expect(outcome.code == 0, "\(outcome.err)")
    let decoded = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
    let figures = try #require(decoded as? [String: Any])
    func value(_ name: String) throws -> Double {
      try #require(figures[name] as? Double, "\(name) is missing")
    }
    #expect(figures["schema"] as? String == "sonae.bench/1")
    #expect(try value("nodes") == 20 && value("products") == 5)
    #expect(try value("batch") == 19 && value("threads") == 2)
    #expect(try value("least_products_short") == 5, "every product is short on every day")
    #expect(try value("loss") > 0)
    #expect(try value("largest_relative_difference") < 1e-10)
    #expect(try value("allocations_per_step") == 0)
    #expect(try value("allocation_control") > 0)
    let alone = try value("checksum_of_single_runs")
    #expect(try abs(value("checksum") - alone) <= 1e-10 * alone)
    for name in [
      "block_width", "seconds_per_scenario_step", "single_seconds_per_step", "dgemm_gflops",
      "share_of_dgemm", "triad_gbps", "share_of_triad", "peak_mb", "table_mb",
    ] {
      #expect(try value(name) > 0)
    }
  }

  @Test(arguments: [
    ["--regions", "1"], ["--batch", "0"], ["--choice", "random"], ["--threads", "-1"],
    ["--regions", "1000", "--sectors", "1000"],
  ])
  func impossibleSizesAreRefused(_ arguments: [String]) throws {
    let outcome = try CommandLineTests().run(["bench"] + arguments, in: "/")
    #expect(outcome.code == 64 && outcome.out.isEmpty)
  }
}
