/// The commented project file that `phusong init` writes.
///
/// A line that starts with `#` and no space after it is a key at work once the `#` is gone; every other comment explains.
public enum ProjectTemplate {
  /// The text of a project file called `name`, which parses as it stands and with every optional key uncommented.
  ///
  /// It holds every key that a project file may have, with its default and unit.
  public static func text(name: String) -> String {
    head(name: doubleQuoted(name)) + villages + layers + services + extras + ranking + costs + targets + plan
      + technologies
  }

  /// `text` as a double-quoted YAML scalar (YAML 1.2, section 7.3.1); what is not printable becomes an escape.
  static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func head(name: String) -> String {
    """
    # A PhuSong project: which villages have fibre, mobile signal and electricity, and how far the others are from them.
    #
    # Paths are relative to this file. Distances are metres on the WGS 84 ellipsoid. A line that starts with # and no
    # space is an optional key: take the # away to use it. An unknown key is an error, so a slip of the pen is noticed.

    # The project's name, shown in reports. Default: this file's name without its ending.
    name: \(name)

    # A folder with the administrative tables (provinces, districts, communes). With it communes are found by code, else by
    # the names of commune, district and province in any spelling, else guessed from the position. Default: none.
    #admin: administrative

    """
  }

  private static let villages = """

    # ---- Villages (thôn, bản) ----------------------------------------------------------------------------------------
    villages:
      # Required. One path, or a list as in [north.csv, south.csv]. The last part of a path may hold * and ?, as in
      # lists/*.csv; the files that match are read in sorted order.
      file: villages.geojson

      # Where the file comes from, if from a known source: osm-places (OpenStreetMap) or giga-pois (points of interest of
      # ITU and UNICEF). It says how to read the file and what counts; the keys below override it. Default: none.
      #source: osm-places

      # geojson, csv, gpkg (GeoPackage), or gdal for all that GDAL's ogr2ogr reads. Default: by the file's ending; csv,
      # tsv and txt are csv; gpkg is gpkg; shp, tab, mif, kml, kmz, fgb, gml, pbf, osm, gdb, zip, xlsx, ods and the like
      # are gdal; all else is geojson. Of several layers in one file, a colon chooses, as in villages.gpkg:hamlets.
      #format: csv

      # The coordinate reference system: an EPSG code (VN-2000: EPSG:4756 in degrees, EPSG:3405 and 3406 in metres, TM-3
      # zones such as EPSG:5897), a name such as "VN-2000 105-45 3 độ" or "Lai Châu", or a PROJ string. Default: what the
      # file says, else WGS 84 (EPSG:4326).
      #crs: EPSG:4326

      # CSV and spreadsheets only: the columns with the coordinates, in the unit of the CRS: longitude or easting,
      # latitude or northing. Default: guessed from the header; of columns called x and y in metres, from the values. A
      # column wkt, geometry or geom with well-known text comes first.
      #columns: {longitude: lon, latitude: lat}

      # CSV only: what separates the cells, one character; a tab is "\\t". Default: guessed from the first lines.
      #delimiter: ","

      # CSV only: utf-8, utf-16, windows-1258 or tcvn3 (ABC). Default: utf-8, or a guess where the text is not UTF-8.
      #encoding: utf-8

      # Where PhuSong's attribute on the left has another name in your file, that name on the right.
      # Default: the property with PhuSong's own name, where the file has one.
      #fields:
        #code: ma_thon                # code of the village (mã thôn)
        #name: ten                    # name of the village (tên thôn)
        #commune_code: ma_xa          # code of the commune until 30 June 2025
        #commune_code_2025: ma_xa_moi # code of the commune since 1 July 2025
        #commune: xa                  # name of the commune (xã)
        #district: huyen              # name of the district (huyện), until 30 June 2025
        #province: tinh               # name of the province (tỉnh), one of the 63 until 30 June 2025
        #province_2025: tinh_moi      # name of the province, one of the 34 since 1 July 2025
        #population: dan_so           # people (dân số)
        #households: so_ho            # households (số hộ)
        #accuracy: sai_so             # how far the village may lie from its point, in metres (sai số)

      # How far a village may lie from its point, in metres, where no field says. Above 0, each answer says whether it is
      # certain, because no position that near would change it, or doubtful. Default: 0, points are exact.
      #accuracy: 50

      # Only villages that pass this filter count. Default: all. A filter asks something of properties, and all of it
      # must hold. Of one property it can ask
      #   technology: 4G                            that it equals a value: text in the same letters, numbers as numbers
      #   technology: [3G, 4G, 5G]                  that it equals one of several
      #   voltage_kv: {min: 0.4, max: 35}           that it is a number in this range, ends included
      #   status: {not: planned}                    that it differs from a value, or from a list of them, or is missing
      #   operator: {exists: true}                  that it has a value; false: that it has none
      # Put codes with leading zeros in quotes: "01" is text, 01 is the number 1.
      #where: {status: {not: [planned, abandoned]}}

    """

  private static let layers = """

    # ---- Layers (lớp dữ liệu) ----------------------------------------------------------------------------------------
    # The maps that rules, measures and areas look in, each under a name of your choice. Default: none.
    layers:
      # Short form: just the path, or a list of paths.
      fibre: fibre.geojson
      power_lines: power_lines.geojson

      # Long form. Known sources of layers are osm-power, osm-telecom, ofds-nodes, ofds-spans, gridfinder, opencellid,
      # ookla-tiles, rsrp, giga-sites and giga-nodes; phusong sources NAME tells the properties that one makes for filters
      # (technology, voltage_kv, range_m, in_use) and what counts where you write no where. The
      # keys format, crs, columns, delimiter, encoding and where are those of villages above.
      coverage:
        file: coverage/*.geojson
        #format: geojson
        #crs: EPSG:4326
        #where: {operator: {exists: true}}

      towers:
        file: towers.csv
        #source: opencellid
        #format: csv
        #crs: EPSG:4326
        #columns: {longitude: lon, latitude: lat}
        #delimiter: ","
        #encoding: utf-8
        #where: {status: {not: planned}}
        # Outside its extent a layer says nothing: villages there are unknown, not unserved. The polygons of another
        # layer (layer: name) or of a file (file: path), or provinces by name or code of the 63 until June 2025
        # (provinces: [...]) or of the 34 since (provinces_2025: [...]). Default: the layer speaks of everywhere.
        #extent: {provinces: [Lai Châu, "11"]}

      #works:
        #file: works.geojson
        #extent: {layer: coverage}
      #roads:
        #file: roads.geojson
        #extent: {file: surveyed.geojson}
      #mines:
        #file: mines.geojson
        #extent: {provinces_2025: [Tuyên Quang]}
      #provinces: provinces.geojson

    """

  private static let services = """

    # ---- Services (dịch vụ) ------------------------------------------------------------------------------------------
    # When a village is served: a list of rules for fibre (cáp quang), signal (sóng di động) and power (điện). Any one
    # rule is enough. A service without rules is unknown everywhere. Each rule has
    #   layer   required: the name of a layer above
    #   rule    required: within, a feature at most so many metres away
    #                     inside, a polygon around the village
    #                     range, a feature at most its own range away
    #   metres  within: how far, in metres above 0. Default: fibre 500, signal 500, power 1000
    #           range: the range in metres of a feature whose field has no number. Default: none, it serves nobody
    #   field   range: the property with the range in metres. Default: none, metres holds for every feature
    #           (a range rule has field or metres or both)
    #   where   the features that count, a filter as above. Default: all
    services:
      fibre:
        - {layer: fibre, rule: within, metres: 500}
      signal:
        - {layer: coverage, rule: inside, where: {technology: [3G, 4G, 5G]}}
        - {layer: towers, rule: range, field: range_m, metres: 3000}
      power:
        - layer: power_lines
          rule: within
          metres: 1000
          #where: {voltage_kv: {max: 35}}

    """

  private static let extras = """

    # ---- Measures (khoảng cách khác) ---------------------------------------------------------------------------------
    # Extra columns in the output: the distance in metres from each village to the nearest feature of a layer, under a
    # name that PhuSong does not use itself. Default: none.
    #measures:
      #tower_distance_m: towers
      #tower_4g_distance_m: {layer: towers, where: {technology: [4G, 5G]}}

    # ---- Areas (địa giới hành chính) ---------------------------------------------------------------------------------
    # Polygons that fill the administrative attributes of the villages inside them: PhuSong's attribute on the left
    # (commune_code, commune_code_2025, commune, district, province, province_2025), the polygon's property on the right.
    # Default: none.
    #areas:
      #- {layer: provinces, fields: {province_2025: name}}

    # ---- Dead zones (vùng lõm) ---------------------------------------------------------------------------------------
    # How phusong zones gathers villages without a service into areas. The options of the command override it.
    #zones:
      # A service or a list of services: fibre, signal, power. Default: all that have rules; in reports signal alone.
      #services: [signal, power]

      # How far apart two villages of a zone may be, in metres along the ellipsoid, at most 200000. Default: 5000.
      #reach: 5000

      # linkage: villages within reach of each other are in one zone, and so are those that a chain of such joins.
      # dbscan: zones grow from villages with enough unserved villages within reach. Default: linkage.
      #method: linkage

      # linkage: zones of fewer villages are left out. Default: 1.
      # dbscan: so many unserved villages, itself among them, must be within reach of a village from which a zone
      # grows. Default: 4.
      #min_villages: 1

      # How far a zone extends around its villages and the lines between those within reach, in metres, from 1 to 0.4
      # of the reach, so that zones do not overlap. Served ground is cut out. Default: 1000.
      #buffer: 1000

    """

  private static let costs = """

    # ---- Costs (chi phí) ---------------------------------------------------------------------------------------------
    # What things cost; "phusong costs" lists all prices with their sources. Default: the catalogue of PhuSong as it is.
    #costs:
      # The path of a catalogue in place of PhuSong's, of the same form as its GeoData/costs.yml. Default: PhuSong's.
      #catalogue: costs.yml

      # By how many percent a year later money counts less, and over how many years costs are counted.
      # Defaults: those of the catalogue.
      #discount_rate: 10
      #horizon_years: 20

      # Prices that differ, in the currency of the catalogue, each for one unit: a number is what building it costs; a
      # mapping says any of capital, running (a year) or running_percent (of the capital, a year), lifetime_years and
      # source. Default: none.
      #prices:
        #fibre.aerial.mountain: 350000000
        #tower.45m: {capital: 2500000000, running_percent: 8, lifetime_years: 15, source: tender of 2024}
        #fibre.drop: {running: 3000000}

    """

  private static let targets = """

    # ---- Targets (mục tiêu) ------------------------------------------------------------------------------------------
    # What is to be reached: at most so many villages without the service on a day. Reports say whether it is on track
    # and which pace it needs; "phusong check" can fail on it. Default: none.
    #targets:
      #- {service: signal, unserved: 0, by: 2025-12-31}

    """

  private static let ranking = """

    # ---- Ranking (thứ tự ưu tiên) ------------------------------------------------------------------------------------
    # What makes a village urgent. Each criterion is between 0 and 1; the score of a village is their mean by weight,
    # times 100. A village that has every service scores 0. Defaults: the values shown, and no bounds.
    #ranking:
      # weighted-sum  the mean of the criteria by weight
      # topsis        how near a village is to the worst that the data would allow (TOPSIS, Hwang and Yoon 1981)
      # pareto        how many layers of villages that are worse off in every way lie above (non-dominated sorting)
      #method: weighted-sum

      # What each criterion counts, 0 to 1000. Only how they compare matters; 0 leaves a criterion out.
      #weights:
        #people_without_fibre: 8          # people of a village without the service
        #people_without_signal: 18
        #people_without_power: 18
        #fibre_gap: 4                     # distance to what would serve the village
        #signal_gap: 8
        #power_gap: 8
        #poverty: 10                      # poor households, where a service is missing
        #school_without_connection: 6
        #health_post_without_connection: 6
        #border_commune: 4                # on the national border, where a service is missing
        #missing_together: 10             # 0.5 where two services are missing, 1 where all three are

      # How far the weights may be from these when the certainty of a rank is asked for, in percent of each, 0 to below
      # 100; for single criteria bounds of the weight itself, which must hold the weight.
      #variation: 25
      #bounds:
        #poverty: {min: 5, max: 15}

      # From where on a criterion is 1: people, metres to the service, percent of poor households.
      #saturation:
        #people: 1000
        #fibre_metres: 10000
        #signal_metres: 3000
        #power_metres: 5000
        #poverty_percent: 60

      # The services of which any one connects a school or a health post: fibre, signal, power.
      #connection: [fibre]

      # What a criterion counts for a village of which it is not known: zero, one, or mean, the mean of the others.
      #missing: zero

      # Where the properties have other names in the file of the villages: poor households in percent; whether there is a
      # school or a health post (true, yes, có, or a number above 0); whether the commune lies on the border. Default: the
      # properties with these names, where the file has them. A criterion that no village has a value for plays no part.
      #fields:
        #poverty_rate: ti_le_ngheo
        #school: diem_truong
        #health_post: tram_y_te
        #border_commune: xa_bien_gioi

    """
}
