import Foundation
import Testing

/// `sonae bench` measures what it says it measures.
struct BenchCommandTests {
  @Test(arguments: ["fixed", "delivery", "varieties"]) func everyFigureIsHonest(
    _ choice: String
  ) throws {
    let outcome = try CommandLineTests().run(
      "bench", "--json", "--regions", "4", "--sectors", "5", "--batch", "19", "--days", "6",
      "--threads", "2", "--choice", choice, "--against", "fixed", in: "/")
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
    #expect(figures["allocations_per_step"] == nil, "the program does not count allocations")
    let alone = try value("checksum_of_single_runs")
    #expect(try abs(value("checksum") - alone) <= 1e-10 * alone)
    for name in [
      "block_width", "seconds_per_scenario_step", "single_seconds_per_step", "dgemm_gflops",
      "share_of_dgemm", "share_of_fixed", "triad_gbps", "share_of_triad", "peak_mb", "table_mb",
    ] {
      #expect(try value(name) > 0)
    }
  }

  @Test(arguments: [
    ["--regions", "1"], ["--batch", "0"], ["--choice", "random"],
    ["--against", "random"], ["--scenario", "hormuz-2026", "--against", "delivery"],
    ["--threads", "-1"],
    ["--regions", "1000", "--sectors", "1000"],
    ["--regions", "9223372036854775807", "--sectors", "2"], ["--width", "9223372036854775807"],
    ["--batch", "9223372036854775807"], ["--days", "9223372036854775807"],
    ["--threads", "9223372036854775807"], ["--scenario", "hormuz-2026", "--days", "5"],
  ])
  func impossibleSizesAreRefused(_ arguments: [String]) throws {
    let outcome = try CommandLineTests().run(["bench"] + arguments, in: "/")
    #expect(outcome.code == 64 && outcome.out.isEmpty)
  }

  @Test func aScenarioIsTimedAgainstTheKernel() throws {
    let outcome = try CommandLineTests().run(
      "bench", "--json", "--scenario", "hormuz-2026", "--batch", "3", "--width", "2", in: "/")
    #expect(outcome.code == 0, "\(outcome.err)")
    let decoded = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
    let figures = try #require(decoded as? [String: Any])
    func value(_ name: String) throws -> Double {
      try #require(figures[name] as? Double, "\(name) is missing")
    }
    #expect(try value("nodes") == 1_023 && value("batch") == 3 && value("days") == 365)
    #expect(try value("kernel_seconds_per_scenario_step") > 0)
    let ratio =
      try value("whole_job_seconds_per_scenario_step")
      / value("kernel_seconds_per_scenario_step")
    #expect(try abs(value("whole_job_ratio") / ratio - 1) < 1e-9)
    #expect(figures["mb_per_scenario"] is Double)
  }

  /// The program leaves malloc to the system: whoever preloads another gets that one.
  @Test func theProgramDoesNotReplaceMalloc() throws {
    let program = try #require(CommandLineTests.binary, "the program is not built")
    let bytes = try Data(contentsOf: URL(filePath: program), options: .alwaysMapped)
    #expect(bytes.range(of: Data("sonae_thread_allocations".utf8)) == nil)
    #expect(bytes.range(of: Data("sonae_update_stocks".utf8)) != nil, "symbols are to be seen")
  }
}
