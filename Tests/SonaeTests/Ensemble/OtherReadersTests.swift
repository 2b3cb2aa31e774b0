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
}
