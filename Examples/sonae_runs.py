"""Starts sonae and reads what it writes; the standard library alone, pandas where it is installed.

    import sonae_runs as sonae
    summary = sonae.run("hormuz-2026")                      # a dict: sonae.summary/1
    folder = sonae.ensemble("rare-earth-ranges", "out")     # blocks, draws.parquet, quantiles.csv, ...
    ranges = sonae.table(folder, "ranges")                  # a list of dicts, or a DataFrame
"""

import csv
import json
import os
import pathlib
import subprocess

RESUME = 75  # the exit code of an ensemble that was ended early and goes on with resume=True


class Refused(Exception):
    """What sonae refused, in its own words; `code` is its exit code."""

    def __init__(self, code, words):
        super().__init__(words.strip() or f"sonae ended with {code}")
        self.code = code


def command():
    """The program: the environment's SONAE, or `sonae` on the path."""
    return os.environ.get("SONAE", "sonae")


def call(*arguments):
    """Runs sonae and returns what it prints; raises Refused."""
    done = subprocess.run(
        [command(), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise Refused(done.returncode, done.stderr)
    return done.stdout


def options(**values):
    """`set={"shocks[0].closure.for": "90 days"}, draws=64, resume=True` as arguments."""
    words = []
    for name, value in values.items():
        flag = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(flag)
        elif isinstance(value, dict):
            for path, setting in value.items():
                words += [flag, f"{path}={setting}"]
        else:
            words += [flag, value]
    return words


def run(*files, **values):
    """Runs scenarios: one summary, or a list of them for several files."""
    found = json.loads(call("run", *files, "--format", "json", *options(**values)))
    return found["runs"] if len(files) > 1 else found


def ensemble(file, output, **values):
    """Draws a scenario's uncertainty into a folder; its path."""
    call("ensemble", file, "--output", output, *options(**values))
    return pathlib.Path(output)


def rows(text):
    """A table of CSV text: numbers as float, empty cells as None, units taken off the headings."""
    lines = list(csv.reader(text.splitlines()))
    names = [heading.split(" [")[0] for heading in lines[0]]
    return [dict(zip(names, map(value, line))) for line in lines[1:]]


def value(cell):
    """A cell as a number where it is one."""
    if cell == "":
        return None
    try:
        return float(cell)
    except ValueError:
        return cell


def table(folder, name):
    """A table of a folder by name: `regions` of a run, `quantiles` of an ensemble, `ranges` of its report."""
    folder = pathlib.Path(folder)
    for path in (folder / "tables" / f"{name}.csv", folder / f"{name}.csv"):
        if path.exists():
            return frame(rows(path.read_text(encoding="utf-8")))
    if (folder / "ensemble.json").exists():
        return frame(rows(call("merge", folder, "--table", name, "--format", "csv")))
    raise FileNotFoundError(f"{folder} has no table {name}")


def frame(records):
    """A DataFrame where pandas is installed, else the records themselves."""
    try:
        import pandas
    except ImportError:
        return records
    return pandas.DataFrame.from_records(records)


def draws(folder):
    """Every draw of an ensemble as a DataFrame; needs pandas with pyarrow."""
    import pandas

    return pandas.read_parquet(pathlib.Path(folder) / "draws.parquet")


def shards(file, output, count, **values):
    """The commands of an ensemble in so many parts, and the one that sums them up: for any scheduler."""
    part = [command(), "ensemble", str(file), "--output", str(output), "--resume"]
    each = [
        part + ["--shard", f"{index}/{count}"] + list(map(str, options(**values)))
        for index in range(count)]
    return each, [command(), "merge", str(output)]
