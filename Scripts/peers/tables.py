"""Results as Markdown."""
from statistics import median

GROUPS = ["start", "read", "overlay", "write"]


def table(header, rows):
    """A table, padded so that it reads well as it is; the first column to the left, the others to the right."""
    widths = [max(3, *(len(row[column]) for row in [header, *rows])) for column in range(len(header))]
    rule = ["-" * widths[0]] + ["-" * (width - 1) + ":" for width in widths[1:]]

    def line(row):
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        return "| " + " | ".join(cells) + " |"

    return [line(row) for row in [header, rule, *rows]]


def middle(runs, value):
    return median(value(run) for run in runs)


def runs_table(results):
    """A row per program: medians, spread and how many times ours they are."""
    ours = next(iter(results.values()))
    rows = []
    for name, runs in results.items():
        walls = [run.wall for run in runs]
        ratios = [middle(runs, value) / middle(ours, value) for value in (wall, processor, peak)]
        rows.append(
            [name, f"{middle(runs, wall):.3f}", f"{min(walls):.3f}–{max(walls):.3f}", f"{middle(runs, processor):.3f}"]
            + [f"{middle(runs, peak):,.0f}"]
            + [f"{ratio:.2f}" for ratio in ratios]
        )
    return table(["program", "wall s", "from–to", "CPU s", "peak MiB", "× wall", "× CPU", "× memory"], rows)


def stages_table(results, contestants):
    """Seconds by group of stages; what no stage counts, above all start and end of the process, stands last."""
    rows = []
    for name, runs in results.items():
        groups = contestants[name].groups

        def seconds(run, group):
            return sum(run.stages.get(stage, 0) for stage in groups[group])

        rest = middle(runs, lambda run: run.wall - sum(run.stages.values()))
        values = [middle(runs, lambda run, group=group: seconds(run, group)) for group in GROUPS]
        rows.append([name] + [f"{value:.3f}" for value in [*values, rest]])
    return table(["wall s", *GROUPS, "rest"], rows)


def stage_list(name, runs):
    """The stages that a program itself tells, as one line."""
    stages = {stage: middle(runs, lambda run, stage=stage: run.stages.get(stage, 0)) for stage in runs[0].stages}
    return f"{name}: " + ", ".join(f"{stage} {seconds:.3f}" for stage, seconds in stages.items())


def sums_table(results):
    """Control sums; a plus-minus behind ours says by how many villages the plane of the peers may differ."""
    rows = []
    for name, runs in results.items():
        sums = runs[0].sums
        doubts = [sums.get("fibre_doubtful"), sums.get("power_doubtful")]
        doubts.append(None if doubts[0] is None else sum(doubts))
        cells = [f"{sums['covered']:,}"]
        for key, doubt in zip(["fibre", "power", "dead"], doubts):
            cells.append(f"{sums[key]:,}" + ("" if doubt is None else f" ± {doubt:,}"))
        rows.append([name, *cells, f"{sums['fibre_sum'] / 1000:,.0f}"])
    return table(["program", "covered", "fibre in 1 km", "power in 1 km", "dead zones", "sum to fibre, km"], rows)


def wall(run):
    return run.wall


def processor(run):
    return run.processor


def peak(run):
    return run.peak
