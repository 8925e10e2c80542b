"""The programs that are compared: how each is run, and how the system accounts for a run."""
import hashlib
import json
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
THREADS = 2


@dataclass
class Run:
    """One run of one program from its start to its end."""

    wall: float  # seconds
    processor: float  # seconds, user and system, all threads
    peak: float  # MiB of memory at most
    stages: dict = field(default_factory=dict)  # seconds by stage
    sums: dict = field(default_factory=dict)  # control sums


class RunFailed(Exception):
    pass


def measured(command, expected=(0,)):
    """Runs a command; the run, what it printed and what it said to standard error.

    Wall time is from before the start to after the end; the rest is what the kernel counted for the process (wait4).
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)]
        words = [str(word) for word in command]
        start = time.perf_counter()
        process = os.posix_spawn(words[0], words, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        errors.seek(0)
        printed, said = output.read().decode(), errors.read().decode()
    code = os.waitstatus_to_exitcode(status)
    if code not in expected:
        raise RunFailed(f"{' '.join(words)} ended with {code}:\n{said.strip()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), printed, said


class Peer:
    """A Python script beside this file."""

    # By what a reader of the table wants to know.
    groups = {
        "start": ["start", "load extension"],
        "read": ["read villages", "read layers"],
        "overlay": ["covered", "project", "nearest fibre", "nearest power", "nearest tower"],
        "write": ["classify", "write"],
    }

    def __init__(self, name, script):
        self.name = name
        self.script = HERE / script

    def run(self, data, output, villages):
        command = [sys.executable, self.script, "--villages", villages, "--data", data, "--output", output / "out.geojson"]
        run, printed, _ = measured([*command, "--threads", THREADS])
        result = json.loads(printed.splitlines()[-1])
        run.stages, run.sums = result["stages"], result["sums"]
        return run


class PhuSong:
    """The program of this package."""

    name = "PhuSong"
    groups = {
        "start": [],
        "read": ["reading"],
        "overlay": ["indexing", "overlaying"],
        "write": ["counting", "writing"],
    }
    # Lines of villages.geojson, read once per size: all later runs must give the same bytes.
    FIBRE = re.compile(rb'"fibre_distance_m":([0-9.]+)')
    POWER = re.compile(rb'"power_distance_m":([0-9.]+)')

    def __init__(self, program):
        self.program = program
        self.tallied = {}

    def run(self, data, output, villages):
        project = data / f"villages_{villages}.yml"
        options = ["--threads", THREADS, "--timings", "--quiet"]
        run, _, said = measured([self.program, "analyze", project, "--output", output, *options], expected=(0, 4))
        run.stages = json.loads(next(line for line in reversed(said.splitlines()) if line.startswith("{")))
        run.sums = self.sums(output, villages)
        return run

    def sums(self, output, villages):
        summary = json.loads((output / "summary.json").read_text())
        sums = {
            "villages": summary["villages"],
            "covered": summary["signal"]["served"],
            "fibre": summary["fibre"]["served"],
            "power": summary["power"]["served"],
        }
        result = output / "villages.geojson"
        digest = self.digest(result)
        if villages not in self.tallied:
            self.tallied[villages] = (digest, self.tally(result))
        first, tally = self.tallied[villages]
        if digest != first:
            raise RunFailed(f"{result} differs from that of the run before on the same files")
        return sums | tally

    @staticmethod
    def digest(path):
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()

    def tally(self, path):
        """Dead zones, the sum of the distances to fibre, and how many villages the plane of the peers may misjudge."""
        tally = {"dead": 0, "fibre_sum": 0.0, "fibre_doubtful": 0, "power_doubtful": 0}
        with open(path, "rb") as file:
            for line in file:
                fibre, power = self.FIBRE.search(line), self.POWER.search(line)
                if not fibre or not power:
                    continue
                fibre, power = float(fibre[1]), float(power[1])
                tally["dead"] += b'"missing":3' in line
                tally["fibre_sum"] += fibre
                tally["fibre_doubtful"] += is_doubtful(fibre)
                tally["power_doubtful"] += is_doubtful(power)
        return tally


# UTM 48N draws a kilometre of the workload's land (102.1 to 109.5 degrees east, 8.5 to 23.4 north) between 999.6 m, on
# its meridian 105 degrees east, and 1,002.65 m, in the far south-east (Snyder, Map Projections, 1987, equation 8-11).
LEAST_SCALE, GREATEST_SCALE = 0.9996, 1.00265
ROUNDING_METRES = 0.05


def is_doubtful(metres, threshold=1_000.0):
    """Whether a distance along the ellipsoid may fall on the other side of a threshold when measured in the plane."""
    return threshold / GREATEST_SCALE - ROUNDING_METRES <= metres <= threshold / LEAST_SCALE + ROUNDING_METRES
