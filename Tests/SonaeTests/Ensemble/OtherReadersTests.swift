import Testing

@testable import sonae

/// Programs of others open what an ensemble writes, where they are installed.
struct OtherReadersTests {
  private static let pyarrow = """
    import sys
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        sys.exit(0)
    for name in ("out/draws.parquet", "out/blocks/1.parquet", "out/blocks/paths-0.parquet"):
        file = parquet.ParquetFile(name)
        chunk = file.metadata.row_group(0).column(0)
        assert chunk.compression == "ZSTD", chunk.compression
        assert chunk.statistics.min == (256 if name.endswith("1.parquet") else 0)
    table = parquet.read_table("out/draws.parquet")
    assert table.column("draw").to_pylist() == list(range(300))
    low, high = min(table.column(1).to_pylist()), max(table.column(1).to_pylist())
    assert 10 <= low < high <= 90
    print("read")
    """

  private static let duckdb = """
    import sys
    try:
        import duckdb
    except ImportError:
        sys.exit(0)
    found = duckdb.sql(
        "select count(*), min(draw), max(draw) from 'out/draws.parquet'").fetchall()
    assert found == [(300, 0, 299)], found
    days = duckdb.sql("select count(distinct day) from 'out/blocks/paths-*.parquet'").fetchall()
    assert days == [(40,)], days
    print("read")
    """

  @Test(arguments: [pyarrow, duckdb])
  func othersOpenTheTables(_ program: String) async throws {
    let script = """
      command -v python3 >/dev/null || exit 0
      "$SONAE" ensemble test.yaml --output out --indices 0 >/dev/null && python3 -c "$PROGRAM"
      """
    try await shell(script, scenario: uncertainScenario, environment: ["PROGRAM": program]) {
      outcome, _ in
      #expect(outcome.code == 0, "\(outcome.err)")
    }
  }

  private static let peers = """
    import sys
    try:
        import csv, glob, json, numpy, scipy.stats
        import pyarrow.parquet as parquet
    except ImportError:
        sys.exit(0)
    plan = json.load(open("out/ensemble.json"))
    rows, names = plan["index_rows"], [variable["path"] for variable in plan["variables"]]
    outcome = "gdp_loss_share_A"
    told = [row for row in csv.DictReader(open("out/sensitivity.csv")) if row["outcome"] == outcome]
    assert [row["variable"] for row in told] == names
    def same(column, others):
        own = numpy.array([float(row[column]) for row in told])
        assert numpy.abs(own - numpy.ravel(others)).max() < 1e-12, (column, own, others)
    blocks = range(len(glob.glob("out/blocks/indices-*.parquet")))
    y = numpy.concatenate([
        parquet.read_table(f"out/blocks/indices-{k}.parquet").column(outcome) for k in blocks])
    y = y.reshape(rows, len(names) + 2)
    a, b, mixed = y[:, 0], y[:, 1], y[:, 2:]
    found = scipy.stats.sobol_indices(
        func={"f_A": a[None], "f_B": b[None], "f_AB": mixed.T[:, None]}, n=rows)
    same("first_order", found.first_order)
    same("total_order", found.total_order)
    draws = parquet.read_table("out/draws.parquet")
    same("rank_correlation", [
        scipy.stats.spearmanr(draws.column(name), draws.column(outcome)).statistic for name in names])
    try:
        from SALib.analyze import sobol
    except ImportError:
        sys.exit(0)
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    order = numpy.column_stack([a, mixed, b]).ravel()
    same("total_order", sobol.analyze(problem, order, calc_second_order=False)["ST"])
    print("agreed")
    """

  /// SciPy's indices and rank correlations and SALib's total indices of the same runs, to 1e-12.
  @Test func peersFindTheSameIndices() async throws {
    let script = """
      command -v python3 >/dev/null || exit 0
      "$SONAE" ensemble test.yaml --output out --indices 256 >/dev/null && python3 -c "$PROGRAM"
      """
    try await shell(script, scenario: uncertainScenario, environment: ["PROGRAM": Self.peers]) {
      outcome, _ in
      #expect(outcome.code == 0, "\(outcome.err)")
    }
  }
}
