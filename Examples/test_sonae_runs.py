"""python3 -m unittest discover Examples; what starts the program needs SONAE, or sonae on the path."""

import os
import pathlib
import shutil
import tempfile
import unittest

import sonae_runs as sonae

SCENARIO = """\
title: Half of the goods stop
economy: small
horizon: 20 days
shocks:
  - capacity: {nodes: [A.x], by: 50%, from: day 2, for: 5 days}
uncertainty:
  draws: 40
  seed: 3
  vary: {"shocks[0].capacity.by": "uniform(10%, 90%)"}
"""
ECONOMY = {
    "economy.csv": "key,value\nname,small\nunit,million USD\nregions,many\n",
    "Z.csv": ",A_x,A_y,B_x,B_y\nA_x,10,20,5,5\nA_y,5,10,5,5\nB_x,5,5,10,20\nB_y,5,5,5,10\n",
    "Y.csv": ",A_C,B_C\nA_x,50,10\nA_y,65,10\nB_x,10,50\nB_y,10,65\n",
}


class Words(unittest.TestCase):
    def test_options_are_arguments(self):
        self.assertEqual(
            sonae.options(draws=8, set={"a.b": "90 days"}, resume=True, seed=None, dry_run=False),
            ["--draws", 8, "--set", "a.b=90 days", "--resume"])

    def test_tables_are_read_with_numbers_and_gaps(self):
        self.assertEqual(
            sonae.rows('region,loss [share]\n"A, B",0.5\nC,\n'),
            [{"region": "A, B", "loss": 0.5}, {"region": "C", "loss": None}])

    def test_shards_hold_every_part_once(self):
        parts, last = sonae.shards("f.yaml", "out", 3, seed=1)
        self.assertEqual([part[part.index("--shard") + 1] for part in parts], ["0/3", "1/3", "2/3"])
        self.assertEqual(last[1:], ["merge", "out"])


@unittest.skipUnless(
    os.environ.get("SONAE") or shutil.which("sonae"), "sonae is not there")
class Runs(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.place.name)
        (folder / "small").mkdir()
        for name, text in ECONOMY.items():
            (folder / "small" / name).write_text(text)
        self.file = folder / "test.yaml"
        self.file.write_text(SCENARIO)
        self.addCleanup(self.place.cleanup)

    def test_a_run_is_a_summary(self):
        summary = sonae.run(self.file)
        self.assertEqual(summary["schema"], "sonae.summary/1")
        self.assertGreater(summary["regions"][0]["output_loss"], 0)
        self.assertEqual(len(sonae.run(self.file, self.file)), 2)

    def test_an_ensemble_is_tables_and_the_same_in_parts(self):
        whole = sonae.ensemble(self.file, self.file.parent / "whole", indices=0)
        parts, last = sonae.shards(self.file, self.file.parent / "parts", 2, indices=0)
        for part in parts + [last]:
            sonae.call(*part[1:])
        name = "quantiles.csv"
        self.assertEqual(
            (whole / name).read_bytes(), (self.file.parent / "parts" / name).read_bytes())
        self.assertGreater(len(sonae.table(whole, "quantiles")), 0)
        self.assertGreater(len(sonae.table(whole, "ranges")), 0)

    def test_a_refusal_says_why(self):
        with self.assertRaises(sonae.Refused) as caught:
            sonae.run(self.file, set={"horizon": "soon"})
        self.assertEqual(caught.exception.code, 1)
        self.assertIn("soon", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
