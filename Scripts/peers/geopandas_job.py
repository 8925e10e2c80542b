"""The job with GeoPandas and Shapely: bulk predicates over STR trees, on threads, for Shapely lets go of the lock.

Nearest lines are asked for in Hilbert order, and where there are many villages the lines are cut into short pieces first:
both were measured to pay (by up to three times at 100,000 villages).
"""
from job import CLASSES, FAR_METRES, FIBRE_METRES, POWER_METRES, UTM_48N, StageClock, arguments, report

clock = StageClock()

from concurrent.futures import ThreadPoolExecutor

import geopandas
import numpy as np
import shapely
from scipy.spatial import cKDTree

clock.mark("start")

# Cutting takes as long as some 50,000 questions save.
VILLAGES_WORTH_PIECES = 50_000
SEGMENTS_PER_PIECE = 8
BATCHES_PER_THREAD = 8


def read(path):
    return geopandas.read_file(path, engine="pyogrio", use_arrow=True)


def shapes(frame):
    return np.asarray(frame.geometry.values)


def is_covered(points, areas, threads):
    """Which points some area holds. The tree is over the points, so that Shapely prepares the areas, not the points."""
    tree = shapely.STRtree(points)
    tree.query(areas[:1])  # builds the tree, which is done at the first question and not safe on two threads
    covered = np.zeros(len(points), dtype=bool)
    with ThreadPoolExecutor(threads) as pool:
        batches = [areas[start::threads] for start in range(threads)]
        for _, found in pool.map(lambda batch: tree.query(batch, predicate="intersects"), batches):
            covered[found] = True
    return covered


def pieces(lines):
    """The lines cut into runs of at most eight segments."""
    xy, line = shapely.get_coordinates(lines, return_index=True)
    counts = np.bincount(line, minlength=len(lines))
    first = np.repeat(np.cumsum(counts) - counts, counts)
    last = first + counts[line] - 1
    vertex = np.arange(len(xy))
    starts = vertex[((vertex - first) % SEGMENTS_PER_PIECE == 0) & (vertex < last)]
    lengths = np.minimum(starts + SEGMENTS_PER_PIECE, last[starts]) - starts + 1
    owner = np.repeat(np.arange(len(starts)), lengths)
    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return shapely.linestrings(xy[starts[owner] + place], indices=owner)


def nearest(points, lines, order, threads):
    """The distance in metres from each point to the nearest line; points are asked about in `order`."""
    if len(points) >= VILLAGES_WORTH_PIECES:
        lines = pieces(lines)
    tree = shapely.STRtree(lines)
    tree.query(points[0])
    distances = np.empty(len(points))

    def ask(batch):
        _, found = tree.query_nearest(points[batch], all_matches=False, return_distance=True)
        distances[batch] = found

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(ask, np.array_split(order, threads * BATCHES_PER_THREAD)))
    return distances


def main():
    options = arguments()
    threads = options.threads
    villages = read(options.data / f"villages_{options.villages}.geojson")
    clock.mark("read villages")
    fibre, power, towers, coverage = (
        read(options.data / f"{layer}.geojson") for layer in ("fibre", "power", "towers", "coverage")
    )
    clock.mark("read layers")
    covered = is_covered(shapes(villages), shapes(coverage), threads)
    clock.mark("covered")
    points, fibre, power, towers = (shapes(layer.to_crs(UTM_48N)) for layer in (villages, fibre, power, towers))
    order = np.argsort(villages.geometry.hilbert_distance().to_numpy(), kind="stable")
    clock.mark("project")
    fibre_m = nearest(points, fibre, order, threads)
    clock.mark("nearest fibre")
    power_m = nearest(points, power, order, threads)
    clock.mark("nearest power")
    tree = cKDTree(shapely.get_coordinates(towers))
    tower_m, _ = tree.query(shapely.get_coordinates(points), workers=threads)
    clock.mark("nearest tower")

    code = (fibre_m <= FIBRE_METRES) * 4 + covered * 2 + (power_m <= POWER_METRES) * 1
    want = 0.5 * ~covered + 0.3 * np.minimum(fibre_m / FAR_METRES, 1) + 0.2 * np.minimum(power_m / FAR_METRES, 1)
    score = villages["population"].to_numpy() * want
    rank = np.empty(len(villages), dtype=np.int64)
    rank[np.lexsort((villages["id"].to_numpy(), -score))] = np.arange(1, len(villages) + 1)
    villages["covered"] = covered
    villages["fibre_m"] = fibre_m.round(1)
    villages["power_m"] = power_m.round(1)
    villages["tower_m"] = tower_m.round(1)
    villages["class"] = np.array(CLASSES, dtype=object)[code]
    villages["score"] = score.round(3)
    villages["rank"] = rank
    clock.mark("classify")
    options.output.unlink(missing_ok=True)
    villages.to_file(options.output, driver="GeoJSON", engine="pyogrio", use_arrow=True, COORDINATE_PRECISION=6)
    clock.mark("write")
    report(
        clock,
        villages=len(villages),
        covered=covered.sum(),
        fibre=(fibre_m <= FIBRE_METRES).sum(),
        power=(power_m <= POWER_METRES).sum(),
        dead=(code == 0).sum(),
        fibre_sum=fibre_m.sum(),
    )


if __name__ == "__main__":
    main()
