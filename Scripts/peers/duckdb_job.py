"""The job with DuckDB and its spatial extension.

GeoJSON goes in and out through DuckDB's own JSON and text code, which is several times faster than its GDAL driver. There
is no nearest-neighbour join, so villages are joined with what lies within a radius, and those that found nothing again
with four times the radius; of the radii tried these took the least time.
"""
from job import CLASSES, FAR_METRES, FIBRE_METRES, POWER_METRES, UTM_48N, StageClock, arguments, report

clock = StageClock()

from pathlib import Path

import duckdb
import duckdb_extension_spatial

clock.mark("start")

RADII_METRES = [300, 1_200, 4_800, 19_200, 76_800, 2_000_000]
LARGEST_OBJECT = 2**31 - 1
VILLAGE_COLUMNS = "id BIGINT, name VARCHAR, population BIGINT, province VARCHAR"
LAYER_COLUMNS = "id BIGINT"


def connect(threads):
    database = duckdb.connect(config={"threads": threads})
    extension = next(Path(duckdb_extension_spatial.__file__).parent.glob("extensions/v*/spatial.duckdb_extension"))
    database.execute(f"LOAD '{extension}'")
    database.execute("SET preserve_insertion_order = false")
    return database


def read(database, table, path, columns):
    """Reads a FeatureCollection; `columns` are the properties wanted, with their types."""
    names = ", ".join(f"feature.properties.{column.split()[0]}" for column in columns.split(", "))
    database.execute(f"""
        CREATE TABLE {table} AS
        SELECT {names}, ST_GeomFromGeoJSON(feature.geometry) AS shape
        FROM (SELECT unnest(features) AS feature
              FROM read_json('{path}', format = 'unstructured', maximum_object_size = {LARGEST_OBJECT},
                             columns = {{features: 'STRUCT(properties STRUCT({columns}), geometry JSON)[]'}}))""")


def nearest(database, layer):
    """Makes the table nearest_LAYER: by village the distance in metres to the nearest feature of a layer."""
    found = f"nearest_{layer}"
    database.execute(f"CREATE TABLE {found} (id BIGINT, metres DOUBLE)")
    database.execute("CREATE OR REPLACE TEMP TABLE left_over AS FROM planar_villages")
    for radius in RADII_METRES:
        database.execute(f"""
            INSERT INTO {found}
            SELECT village.id, min(ST_Distance(village.shape, feature.shape))
            FROM left_over AS village
            JOIN planar_{layer} AS feature ON ST_DWithin(village.shape, feature.shape, {radius}.0)
            GROUP BY village.id""")
        database.execute(f"CREATE OR REPLACE TEMP TABLE left_over AS FROM left_over ANTI JOIN {found} USING (id)")
        if database.execute("SELECT count(*) FROM left_over").fetchone()[0] == 0:
            return


def classify(database):
    database.execute(f"""
        CREATE TABLE assessed AS
        SELECT village.*, inside.id IS NOT NULL AS covered,
               fibre.metres AS fibre_m, power.metres AS power_m, tower.metres AS tower_m,
               (fibre_m <= {FIBRE_METRES})::INT * 4 + covered::INT * 2 + (power_m <= {POWER_METRES})::INT AS code,
               population * (0.5 * (NOT covered)::INT + 0.3 * least(fibre_m / {FAR_METRES}, 1)
                             + 0.2 * least(power_m / {FAR_METRES}, 1)) AS score
        FROM villages AS village
        LEFT JOIN inside USING (id)
        JOIN nearest_fibre AS fibre USING (id)
        JOIN nearest_power AS power USING (id)
        JOIN nearest_towers AS tower USING (id)""")
    database.execute(f"""
        CREATE TABLE ranked AS
        SELECT id, name, population, province, covered, round(fibre_m, 1) AS fibre_m, round(power_m, 1) AS power_m,
               round(tower_m, 1) AS tower_m, {CLASSES}[code + 1] AS class, round(score, 3) AS score,
               row_number() OVER (ORDER BY score DESC, id) AS rank, shape
        FROM assessed""")


def write(database, path):
    """Writes lines of GeoJSON as a table of one column without quotes, which is DuckDB's fastest way out."""
    members = "id, name, population, province, covered, fibre_m, power_m, tower_m, class, score, rank"
    properties = ", ".join(f"{name}: {name}" for name in members.split(", "))
    database.execute(f"""
        COPY (
            SELECT line FROM (
                SELECT 0 AS place, '{{"type":"FeatureCollection","features":[' AS line
                UNION ALL
                SELECT rank, if(rank = 1, '', ',') || '{{"type":"Feature","properties":' || to_json({{{properties}}})
                             || ',"geometry":' || ST_AsGeoJSON(shape) || '}}' FROM ranked
                UNION ALL
                SELECT {2**62}, ']}}')
            ORDER BY place)
        TO '{path}' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\\x01')""")


def main():
    options = arguments()
    database = connect(options.threads)
    clock.mark("load extension")
    read(database, "villages", options.data / f"villages_{options.villages}.geojson", VILLAGE_COLUMNS)
    clock.mark("read villages")
    layers = ("fibre", "power", "towers", "coverage")
    for layer in layers:
        read(database, layer, options.data / f"{layer}.geojson", LAYER_COLUMNS)
    clock.mark("read layers")
    database.execute("""
        CREATE TABLE inside AS
        SELECT DISTINCT village.id FROM villages AS village JOIN coverage ON ST_Intersects(coverage.shape, village.shape)""")
    clock.mark("covered")
    for layer in ("villages", "fibre", "power", "towers"):
        database.execute(f"""
            CREATE TABLE planar_{layer} AS
            SELECT id, ST_Transform(shape, 'EPSG:4326', 'EPSG:{UTM_48N}', always_xy := true) AS shape FROM {layer}""")
    clock.mark("project")
    for layer, stage in (("fibre", "nearest fibre"), ("power", "nearest power"), ("towers", "nearest tower")):
        nearest(database, layer)
        clock.mark(stage)
    classify(database)
    clock.mark("classify")
    options.output.unlink(missing_ok=True)
    write(database, options.output)
    clock.mark("write")
    villages, covered, fibre, power, dead, fibre_sum = database.execute(f"""
        SELECT count(*), sum(covered::INT), sum((fibre_m <= {FIBRE_METRES})::INT), sum((power_m <= {POWER_METRES})::INT),
               sum((code = 0)::INT), sum(fibre_m)
        FROM assessed""").fetchone()
    report(
        clock, villages=villages, covered=covered, fibre=fibre, power=power, dead=dead, fibre_sum=fibre_sum
    )


if __name__ == "__main__":
    main()
