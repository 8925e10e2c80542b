"""Solves covering problems with HiGHS and holds PhuSong's values and bounds against its own."""

import argparse
import csv
import json
import pathlib
import sys
import time

import highspy
import numpy as np


def model_of(instance, problem):
    """The mixed-integer programme of a problem: sites first, then, for the maximal one, villages."""
    costs, weights = instance["costs"], instance["weights"]
    rows = [[] for _ in weights]
    for site, villages in enumerate(instance["covered"]):
        for village in villages:
            rows[village].append(site)
    sites = len(costs)
    lp = highspy.HighsLp()
    infinity = highspy.kHighsInf
    villages = [v for v, row in enumerate(rows) if row]
    if problem == "cover":
        columns = sites
        lp.col_cost_ = np.array(costs, float)
        matrix = [(rows[v], [1.0] * len(rows[v])) for v in villages]
        lower, upper = [1.0] * len(matrix), [infinity] * len(matrix)
        integrality = [highspy.HighsVarType.kInteger] * sites
    else:
        columns = sites + len(villages)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.array([0.0] * sites + [weights[v] for v in villages], float)
        matrix = [
            (rows[v] + [sites + place], [1.0] * len(rows[v]) + [-1.0]) for place, v in enumerate(villages)
        ]
        lower, upper = [0.0] * len(matrix), [infinity] * len(matrix)
        matrix.append((list(range(sites)), list(map(float, costs))))
        lower.append(-infinity)
        upper.append(float(instance["budget"]))
        # A village is covered or not by itself once the sites are whole.
        integrality = [highspy.HighsVarType.kInteger] * sites + [highspy.HighsVarType.kContinuous] * len(villages)
    lp.num_col_, lp.num_row_ = columns, len(matrix)
    lp.col_lower_, lp.col_upper_ = np.zeros(columns), np.ones(columns)
    lp.row_lower_, lp.row_upper_ = np.array(lower), np.array(upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0] + [len(row) for row, _ in matrix])
    lp.a_matrix_.index_ = np.concatenate([np.array(row, int) for row, _ in matrix])
    lp.a_matrix_.value_ = np.concatenate([np.array(values) for _, values in matrix])
    lp.integrality_ = integrality
    return lp


def solve(instance, problem, seconds):
    highs = highspy.Highs()
    for option, value in {
        "output_flag": False, "threads": 1, "time_limit": seconds, "mip_rel_gap": 0.0, "mip_abs_gap": 1e-6,
    }.items():
        highs.setOptionValue(option, value)
    highs.passModel(model_of(instance, problem))
    highs.run()
    info = highs.getInfo()
    return info.objective_function_value, info.mip_dual_bound


def verdict(sign, value, bound, other, other_bound):
    """What the two results say of each other; `sign` is 1 for least and -1 for most."""
    slack = 1e-6 * max(1.0, abs(value))
    value, bound, other, other_bound = sign * value, sign * bound, sign * other, sign * other_bound
    if bound > other + slack:
        return "WRONG BOUND"
    if value < other_bound - slack:
        return "WRONG VALUE"
    if abs(value - other) <= slack:
        return "equal"
    return "better" if value < other else "worse"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="what Benchmarks siting --output wrote")
    parser.add_argument("--seconds", type=float, default=60, help="at most so many for each problem (default 60)")
    arguments = parser.parse_args()
    wrong = 0
    print("instance,problem,value,bound,highs_value,highs_bound,highs_seconds,verdict")
    with open(arguments.folder / "results.csv", newline="") as results:
        for row in csv.DictReader(results):
            instance = json.loads((arguments.folder / f"{row['instance']}.json").read_text())
            start = time.process_time()
            other, other_bound = solve(instance, row["problem"], arguments.seconds)
            spent = time.process_time() - start
            said = verdict(
                1 if row["problem"] == "cover" else -1, float(row["value"]), float(row["bound"]), other, other_bound)
            wrong += said.startswith("WRONG")
            print(
                f"{row['instance']},{row['problem']},{row['value']},{row['bound']},"
                f"{other:.3f},{other_bound:.3f},{spent:.2f},{said}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
