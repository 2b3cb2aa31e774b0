"""Seconds a step of BoARIO 0.7.2 on the table of `sonae bench`, against `sonae bench --json`.

Every sector of one region loses
capacity through a recovery event that lasts all days, so that every step has shortages. BoARIO
runs with its own defaults, on all cores (NumPy's BLAS threads are left as they are).
"""

import json
import sys
import time
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
import pymrio  # noqa: E402
from boario.event import from_series  # noqa: E402
from boario.extended_models import ARIOPsiModel  # noqa: E402
from boario.simulation import Simulation  # noqa: E402


def uniform(count: int) -> np.ndarray:
    """The first numbers of SplitMix64 with seed 1 (Steele, Lea and Flood 2014), 0 to 1."""
    with np.errstate(over="ignore"):
        z = np.uint64(1) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


def table(regions: int, sectors: int) -> pymrio.IOSystem:
    """The table of `sonae bench`, number by number; millions a year."""
    n = regions * sectors
    draws = uniform(n * n + n * regions)
    index = pd.MultiIndex.from_product(
        [[f"R{i:02}" for i in range(regions)], [f"S{i:02}" for i in range(sectors)]],
        names=["region", "sector"],
    )
    demand = pd.MultiIndex.from_product(
        [[f"R{i:02}" for i in range(regions)], ["Final demand"]], names=["region", "category"]
    )
    use = draws[: n * n].reshape(n, n) + 0.01
    final = sectors * (0.5 + draws[n * n :].reshape(n, regions))
    system = pymrio.IOSystem(
        Z=pd.DataFrame(use, index=index, columns=index),
        Y=pd.DataFrame(final, index=index, columns=demand),
    )
    system.calc_system()
    return system


def seconds_per_step(regions: int, sectors: int, steps: int, order_type: str) -> float:
    """Mean seconds of a step of a run of `steps` days, the way its users run it; set-up is left out."""
    model = ARIOPsiModel(
        table(regions, sectors), order_type=order_type, alpha_base=1.0, alpha_max=1.25,
        alpha_tau=365, rebuild_tau=60, main_inv_dur=30, inventory_restoration_tau=30,
        psi_param=0.5,
    )
    simulation = Simulation(
        model, n_temporal_units_to_sim=steps + 2, show_progress=False)
    losses = pd.Series(
        0.4, index=pd.MultiIndex.from_product(
            [["R00"], [f"S{i:02}" for i in range(sectors)]], names=["region", "sector"])
    )
    simulation.add_event(
        from_series(
            losses, event_type="arbitrary", occurrence=1, duration=steps, recovery_tau=10_000))
    start = time.perf_counter()
    simulation.loop()
    return (time.perf_counter() - start) / (steps + 2)


def main() -> None:
    regions, sectors, steps = (int(a) for a in sys.argv[1:4])
    order_type, choice, path = sys.argv[4:7]
    with open(path) as file:
        ours = json.load(file)
    peer = seconds_per_step(regions, sectors, steps, order_type)
    batch = ours["seconds_per_scenario_step"]
    single = ours["single_seconds_per_step"]
    many = ours["batch"]
    print(f"n = {regions * sectors} ({regions} x {sectors}), {ours['threads']:.0f} threads")
    print(f"  BoARIO 0.7.2, {order_type:9}  {peer:.6f} s a step")
    print(f"  sonae, {choice:8} x {many:<4.0f} {batch:.6f} s a scenario-step: {peer / batch:,.0f} times")
    print(f"  sonae, {choice:8} alone  {single:.6f} s a step: {peer / single:,.0f} times")


if __name__ == "__main__":
    main()
