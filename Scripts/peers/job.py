"""What the peers have in common: the job's numbers, its command line, and a clock for its stages.

The job: for each village whether an area covers it, and how far it is to the nearest fibre, power line and tower; a class,
a score and a rank from these; all of it written as GeoJSON. A peer ends by printing one line of JSON with its stages in
seconds and its control sums.
"""
import argparse
import json
import time
from pathlib import Path

FIBRE_METRES = 1_000.0
POWER_METRES = 1_000.0
# The plane that the peers measure distances in; they have no geodesic nearest neighbour.
UTM_48N = 32648
# A village is as badly off at this distance as it can be.
FAR_METRES = 20_000.0
# By code: 4 for fibre within reach, 2 for coverage, 1 for power within reach.
CLASSES = ["dead zone", "power only", "signal only", "no fibre", "fibre only", "no signal", "no power", "served"]


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--villages", type=int, required=True, help="which villages_N.geojson to take")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the files")
    parser.add_argument("--output", type=Path, required=True, help="the GeoJSON file to write")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


class StageClock:
    """Measures the seconds of one stage after the other."""

    def __init__(self):
        self.seconds = {}
        self.last = time.perf_counter()

    def mark(self, stage):
        """Ends the stage that ran until now."""
        now = time.perf_counter()
        self.seconds[stage] = round(now - self.last, 4)
        self.last = now


def report(clock, *, villages, covered, fibre, power, dead, fibre_sum):
    """Prints the stages and control sums; `fibre_sum` is the sum of the distances to fibre in metres."""
    sums = {
        "villages": int(villages),
        "covered": int(covered),
        "fibre": int(fibre),
        "power": int(power),
        "dead": int(dead),
        "fibre_sum": float(fibre_sum),
    }
    print(json.dumps({"stages": clock.seconds, "sums": sums}), flush=True)
