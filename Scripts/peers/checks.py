"""Whether the programs found the same."""
from contestants import GREATEST_SCALE, LEAST_SCALE


def disagreements(ours, theirs, name):
    """What of the control sums of a peer does not fit ours, in words; empty when all fits.

    Exact: villages and covered, for point in polygon is the same in longitude and latitude for everybody. Within a
    tolerance: what hangs on a distance, for the peers measure in the plane of UTM 48N. A count may differ by as many
    villages as have a distance that the scale of the plane can carry over the threshold, which is counted, not guessed;
    the sum of distances may differ by that scale.
    """
    doubts = ours["fibre_doubtful"], ours["power_doubtful"]
    tolerances = {"villages": 0, "covered": 0, "fibre": doubts[0], "power": doubts[1], "dead": sum(doubts)}
    found = [
        f"{key}: PhuSong {ours[key]:,}, {name} {theirs[key]:,}, tolerance {tolerance:,}"
        for key, tolerance in tolerances.items()
        if abs(ours[key] - theirs[key]) > tolerance
    ]
    rounding = 0.05 * ours["villages"]
    least, most = LEAST_SCALE * ours["fibre_sum"] - rounding, GREATEST_SCALE * ours["fibre_sum"] + rounding
    if not least <= theirs["fibre_sum"] <= most:
        found.append(f"sum of fibre distances: {name} {theirs['fibre_sum']:,.0f} m, expected {least:,.0f} to {most:,.0f} m")
    return found


def peer_disagreements(one, other, names):
    """What of the control sums of two peers differs: nothing may, but for the last bits of a sum of distances."""
    keys = ["villages", "covered", "fibre", "power", "dead"]
    found = [f"{key}: {names[0]} {one[key]:,}, {names[1]} {other[key]:,}" for key in keys if one[key] != other[key]]
    if abs(one["fibre_sum"] - other["fibre_sum"]) > 1e-9 * abs(one["fibre_sum"]):
        found.append(f"sum of fibre distances: {names[0]} {one['fibre_sum']} m, {names[1]} {other['fibre_sum']} m")
    return found
