"""An ensemble on a Dask cluster whose workers see one folder: python dask_ensemble.py FILE OUT PARTS [SCHEDULER]."""

import pathlib
import subprocess
import sys

from dask.distributed import Client

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import sonae_runs as sonae


def main():
    file, output, parts = sys.argv[1], sys.argv[2], int(sys.argv[3])
    each, last = sonae.shards(file, output, parts)
    with Client(*sys.argv[4:5]) as client:
        client.gather(client.map(subprocess.check_call, each, pure=False, retries=20))
    subprocess.check_call(last)


if __name__ == "__main__":
    main()
