"""What the figures were measured with; nothing that tells whose machine it is."""
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path


def _field(path, name):
    for line in Path(path).read_text().splitlines():
        if line.startswith(name):
            return line.split(":", 1)[1].strip()
    return "unknown"


def _first_line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def machine():
    """The machine, as lines of Markdown."""
    memory = int(_field("/proc/meminfo", "MemTotal").split()[0]) / 1024 / 1024
    release = platform.release().split("-")[0]
    return [
        f"- {len(os.sched_getaffinity(0))} cores of {_field('/proc/cpuinfo', 'model name')}, {memory:.0f} GiB of memory",
        f"- Linux {release}, {_first_line('ldd', '--version').split(')')[-1].strip()} glibc",
    ]


def versions(program, peers):
    """The versions of what was compared, as lines of Markdown."""
    lines = [f"- {_first_line(program, '--version')}, {_first_line('swift', '--version')}"]
    if "DuckDB" in peers:
        lines.append(f"- DuckDB {version('duckdb')}, Python {platform.python_version()}")
    if "GeoPandas" in peers:
        import pyogrio
        import shapely

        gdal = ".".join(map(str, pyogrio.__gdal_version__))
        lines.append(
            f"- GeoPandas {version('geopandas')}, Shapely {version('shapely')} (GEOS {shapely.geos_version_string}), "
            f"pyogrio {version('pyogrio')} (GDAL {gdal}), SciPy {version('scipy')}"
        )
    return lines
