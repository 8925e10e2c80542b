extension ProjectTemplate {
  static let plan = """

    # ---- Plan (kế hoạch) ---------------------------------------------------------------------------------------------
    # What phusong plan is to bring, with what, and by which rules. The options of the command override it. Money is in the
    # currency of the catalogue.
    #plan:
      # A service or a list of services: fibre, signal, power. Default: all that have rules.
      #services: [fibre, signal, power]

      # The money: an amount for all years, spread evenly, or a list with one for each year; of all services together, or
      # a mapping with one of these for each service. Default: as much as it takes.
      #budget: 500e9

      # Over how many years it is built, 1 to 50. Default: 5, or as many as budget lists.
      #years: 5

      # people    the most people served, earlier is better
      # priority  the same, people counted by the score of their village
      # cost      the least money that reaches the target
      # Default: people.
      #objective: people

      # By what costs are counted, of all services alike:
      # capital      what building costs
      # net_present  what building, renewing and running cost over the horizon, discounted; a budget then pays for all that
      # Default: capital where a budget pays, net_present for the objective cost and where money is not limited.
      #measure: net_present

      # What a person with a service counts, 0.01 to 1000; only how they compare matters. Default: 1 for each.
      #weights: {fibre: 1, signal: 2, power: 5}

      # Which part of the people is to have each service in the end, in percent, for the objective cost. Default: 100.
      #target: 95

      # Whether what a year does not spend is there for the next. Default: true.
      #carry_over: true

      # How many kilometres of cable and line can be built in a year. Default: any number.
      #kilometres_per_year: 2000

      # Of the random choices of the search; the same seed gives the same plan. Default: 1.
      #seed: 1

      # Codes of villages that must be connected whatever it costs, and of those left out. Default: none.
      #required: ["03155008"]
      #excluded: ["03155010"]

      # Layers, by their names above. roads: what cables and lines follow (default: straight lines between villages);
      # water: rivers and lakes, whose crossings cost extra; forbidden: polygons in which nothing is built; funded: cable
      # routes that are paid for; branch_points: the only places where cables may branch. Default: none.
      #roads: roads
      #water: works
      #forbidden: mines
      #funded: works
      #branch_points: towers

      # What the ground is like: plain, hill or mountain; and a layer of polygons with a property that says so, where
      # ground holds outside them. Defaults: plain, and no layer.
      #ground: plain
      #terrain: {layer: mines, field: terrain}

      # How cables are laid: aerial or buried. Default: aerial.
      #cable: aerial

      # New mobile sites, which serve whoever is within their range. Defaults: the values shown, the range that technology
      # and height give, and no further places and no towers that stand.
      #signal:
        #technology: 4G           # 2G, 3G, 4G or 5G
        #range: 5000              # how far a site serves, in metres
        #tower: 45                # the height of a new tower in metres: 30, 45 or 60
        #people_per_site: 2000    # how many people a site can serve; any number by default
        #fibre_within: 3000       # how far from fibre a site may lie to be joined by a cable, in metres
        #hop: 30000               # the longest hop of microwave radio, in metres
        #satellite: true          # whether a site may have its backhaul by satellite
        #power_within: 1000       # how far from a power line a site may lie; farther ones get solar panels, in metres
        #hill_tops: towers        # a layer of further places for sites
        # A layer of the towers that stand, which pass on backhaul, a filter for those that may be upgraded, and how high
        # their antennas are, in metres or as a property says (default: 40).
        #towers: {layer: towers, upgrade: {technology: 2G}, height: 40}
        # A terrain model: a folder of SRTM tiles (N21E103.hgt), or any raster of heights in metres. With it a site serves
        # only villages in its sight, and a hop needs sight too, over an earth of 4/3 of its radius. Default: none, only
        # distances count.
        #elevation: srtm
        #phone_height: 1.5        # how high a phone is held, in metres
        #phone_fresnel: 0         # which part of the first Fresnel zone to a phone must be free, in percent
        #hop_fresnel: 60          # the same for a hop of microwave radio
        #hop_frequency: 7500      # the frequency of hops, in MHz

      # Electricity: the tier of demand of the multi-tier framework of ESMAP, 1 to 5, and what may be built. Defaults: 3,
      # and all three.
      #power: {tier: 3, technologies: [grid, mini_grid, solar_homes]}

    """
}
