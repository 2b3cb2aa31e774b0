"""An ensemble on a Ray cluster whose nodes see one folder: python ray_ensemble.py FILE OUT PARTS."""

import pathlib
import subprocess
import sys

import ray

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import sonae_runs as sonae


@ray.remote(num_cpus=2, max_retries=20, retry_exceptions=[subprocess.CalledProcessError])
def part(command):
    return subprocess.check_call(command)


def main():
    file, output, parts = sys.argv[1], sys.argv[2], int(sys.argv[3])
    each, last = sonae.shards(file, output, parts)
    ray.init()
    ray.get([part.remote(command) for command in each])
    subprocess.check_call(last)


if __name__ == "__main__":
    main()
