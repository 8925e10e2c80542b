"""Runs PhuSong and its peers on the same files in turn and tells how they compare; see Scripts/benchmark."""
import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path
from statistics import median

from checks import disagreements, peer_disagreements
from contestants import THREADS, Peer, PhuSong, RunFailed, measured
from machine import machine, versions
from tables import middle, peak, runs_table, stage_list, stages_table, sums_table, table, wall

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".benchmark"
RESULTS = ROOT / "Scripts/benchmark-results.md"
PEERS = {"duckdb": Peer("DuckDB", "duckdb_job.py"), "geopandas": Peer("GeoPandas", "geopandas_job.py")}
USUAL_SIZES = [6_786, 100_000, 1_000_000]
ALONE_FROM = 10_000_000
START_RUNS = 20
# Ten times the villages, and a twentieth for what the noise of a machine does.
LINEAR_GROWTH = 10.5


def options():
    parser = argparse.ArgumentParser(prog="Scripts/benchmark", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=USUAL_SIZES, help="numbers of villages")
    parser.add_argument("--all", action="store_true", help="10,000,000 villages too; sizes from there on are PhuSong's alone")
    parser.add_argument("--runs", type=int, default=5, help="runs of each program at each size")
    parser.add_argument("--peers", nargs="*", choices=[*PEERS, "none"], default=list(PEERS), help="whom to compare with")
    parser.add_argument("--quick", action="store_true", help="6,786 villages, one run, no file of results")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file of results to write")
    parser.add_argument("--program", help=argparse.SUPPRESS)
    parser.add_argument("--generator", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.sizes, chosen.runs, chosen.results = [USUAL_SIZES[0]], 1, None
    if chosen.all:
        chosen.sizes = [*chosen.sizes, ALONE_FROM]
    if chosen.runs < 1 or min(chosen.sizes) < 1:
        parser.error("expected at least one run and one village")
    chosen.sizes = sorted(set(chosen.sizes))
    return chosen


def say(text):
    print(text, file=sys.stderr, flush=True)


def make_data(generator, sizes):
    """Makes what is missing; the same seed gives the same bytes, so what is there can stay."""
    data = FOLDER / "data"
    missing = [size for size in sizes if not (data / f"villages_{size}.yml").exists()]
    layers = [] if (data / "coverage.geojson").exists() else ["--layers"]
    if missing or layers:
        say("Making the files in .benchmark/data")
        sizes = ["--villages", *map(str, missing or sizes[:1])]
        subprocess.run([generator, "generate", *sizes, *layers, "--output", data], check=True)
    return data


def warm(paths):
    """Brings files into memory, so that the first program does not pay for the others."""
    for path in paths:
        with open(path, "rb") as file:
            while file.read(1 << 22):
                pass


def compare(contestants, data, size, runs):
    """Runs all in turn, A B C A B C …, and checks after each run that they agree."""
    results = {name: [] for name in contestants}
    warm([data / f"villages_{size}.geojson", *(data / f"{x}.geojson" for x in ("fibre", "power", "towers", "coverage"))])
    for turn in range(runs):
        for name, contestant in contestants.items():
            output = FOLDER / "out" / name.lower()
            output.mkdir(parents=True, exist_ok=True)
            run = contestant.run(data, output, size)
            results[name].append(run)
            say(f"{size:,} villages, run {turn + 1}: {name} {run.wall:.3f} s, {run.processor:.3f} s CPU, {run.peak:,.0f} MiB")
        check({name: runs[-1].sums for name, runs in results.items()})
    return results


def check(sums):
    """Stops at control sums that do not agree."""
    (_, ours), *peers = sums.items()
    found = [text for name, theirs in peers for text in disagreements(ours, theirs, name)]
    for (one, first), (other, second) in zip(peers, peers[1:]):
        found += peer_disagreements(first, second, (one, other))
    if found:
        raise RunFailed("The programs do not agree:\n  " + "\n  ".join(found))


def start_milliseconds(program):
    return 1000 * median(measured([program, "--version"])[0].wall for _ in range(START_RUNS))


def goals(results, start):
    """The goals and whether they are met; those of sizes or peers that did not run are left out."""
    rows = []

    def row(goal, figure, met):
        rows.append([goal, figure, "yes" if met else "no"])

    def ratio(size, name, value):
        runs = results.get(size, {})
        return middle(runs[name], value) / middle(runs["PhuSong"], value) if name in runs else None

    for size, name, least in [(6_786, "DuckDB", 10), (6_786, "GeoPandas", 15), (1_000_000, "DuckDB", 12)]:
        if (times := ratio(size, name, wall)) is not None:
            row(f"{size:,} villages: at least {least} times faster than {name}", f"{times:.1f} times", times >= least)
    if (times := ratio(1_000_000, "DuckDB", peak)) is not None:
        row("1,000,000 villages: at most a third of DuckDB's memory", f"1 / {times:.2f}", times >= 3)
    if large := results.get(ALONE_FROM):
        megabytes = middle(large["PhuSong"], peak) * 1.048576
        row("10,000,000 villages: under 1.5 GB", f"{megabytes:,.0f} MB", megabytes < 1_500)
        if smaller := results.get(1_000_000):
            growth = middle(large["PhuSong"], wall) / middle(smaller["PhuSong"], wall)
            row("10,000,000 villages: ten times the time of 1,000,000", f"{growth:.1f} times", growth <= LINEAR_GROWTH)
    row("phusong --version: under 15 ms", f"{start:.1f} ms", start < 15)
    return table(["goal", "measured", "met"], rows)


def report(results, contestants, program, runs):
    """The whole file of results."""
    peers = [name for name in contestants if name != "PhuSong"]
    lines = ["# Benchmark", "", "Made by `Scripts/benchmark`; the job and the peers are in `Scripts/peers`.", ""]
    lines += [f"- {date.today().isoformat()}; medians of {runs} runs, the programs in turn, {THREADS} threads each"]
    lines += [*machine(), *versions(program, peers), ""]
    lines += [
        "A run is a whole process: read villages and layers as GeoJSON, overlay, classify, write GeoJSON. Wall time is from",
        "start to end; CPU is user and system time, peak the greatest resident memory in MiB, both as the kernel counts.",
        "`×` says how many times PhuSong's a figure is. PhuSong's distances are geodesic, the peers' planar in UTM 48N.",
        "",
        "## Goals",
        "",
        *goals(results, start_milliseconds(program)),
    ]
    for size, by_name in results.items():
        lines += ["", f"## {size:,} villages", "", *runs_table(by_name), "", *stages_table(by_name, contestants), ""]
        for name, some in by_name.items():
            lines.append(f"- {stage_list(name, some)}")
        lines += ["", "Control sums:", "", *sums_table(by_name)]
    lines += [
        "",
        "Covered must agree exactly. What hangs on a distance may differ by ± as many villages as lie so near to 1 km that",
        "the scale of UTM 48N (0.9996 to 1.00265 here) can carry them over; the peers must agree with each other exactly.",
    ]
    return "\n".join(lines) + "\n"


def main():
    chosen = options()
    contestants = {"PhuSong": PhuSong(chosen.program)}
    contestants |= {PEERS[key].name: PEERS[key] for key in PEERS if key in chosen.peers}
    results = {}
    try:
        data = make_data(chosen.generator, chosen.sizes)
        for size in chosen.sizes:
            taking_part = contestants if size < ALONE_FROM else {"PhuSong": contestants["PhuSong"]}
            results[size] = compare(taking_part, data, size, chosen.runs)
        text = report(results, contestants, chosen.program, chosen.runs)
    except (RunFailed, subprocess.CalledProcessError) as failure:
        say(f"FAILED. {failure}")
        return 1
    print(text, end="")
    if chosen.results:
        chosen.results.write_text(text, encoding="utf-8")
        say(f"Written to {chosen.results}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
