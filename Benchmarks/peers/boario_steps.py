"""Seconds a step of BoARIO 0.7.2 on a made-up balanced table, against `sonae bench --json`.

The table is dense and balanced like the one of `sonae bench`; every sector of one region loses
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


def table(regions: int, sectors: int) -> pymrio.IOSystem:
    """A dense, balanced, productive table; millions a year."""
    n = regions * sectors
    random = np.random.default_rng(1)
    index = pd.MultiIndex.from_product(
        [[f"R{i:02}" for i in range(regions)], [f"S{i:02}" for i in range(sectors)]],
        names=["region", "sector"],
    )
    demand = pd.MultiIndex.from_product(
        [[f"R{i:02}" for i in range(regions)], ["Final demand"]], names=["region", "category"]
    )
    use = random.random((n, n)) + 0.01
    final = sectors * (0.5 + random.random((n, regions)))
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
