extension ProjectTemplate {
  static let technologies = """

    # ---- Technologies (công nghệ) ------------------------------------------------------------------------------------
    # How phusong technologies connects each village without fibre, or each point of interest, to the internet: by fibre,
    # a radio link, the mobile network or a satellite. Routes, towers and terrain are those of "plan".
    #technologies:
      # A layer of points of interest, as schools, clinics, post offices. Default: the villages without fibre.
      #points: towers
      # The properties of the points that say what they are like. Default: points have numbers as codes, no names, and
      # users as below; who uses a point counts as its people where no property says.
      #fields: {code: id, name: label, people: pupils, users: online}

      # What may be used. Default: all four.
      #use: [fibre, microwave, mobile, satellite]

      # least_cost                  the least net present cost that connects all that can be
      # most_people                 the most people within the budget
      # most_villages               the most places within the budget
      # greatest_net_present_value  the greatest discounted revenue less net present cost
      # Default: least_cost.
      #objective: most_people

      # The money for building, in the currency of the catalogue. Default: as much as it takes.
      #budget: 100e9

      # Which part of the people of a village use it at the same time, in percent, how many users a point has where no
      # property says, what each asks for in Mbit/s, and what each brings a year. Defaults: 10, 20, 1.5 and 0.
      #users_percent: 10
      #users_per_point: 20
      #mbps_per_user: 1.5
      #revenue_per_user: 0

      # How long a radio link from a fibre node or tower may be, and, where plan.signal has an elevation, how high the
      # antennas of places and fibre nodes are, in metres. Defaults: 20000 and 15.
      #microwave_range: 20000
      #mast: 15

      # What a unit carries, in Mbit/s, and how many a place may have. Defaults: the values shown.
      #capacities:
        #fibre: {mbps: 10000, units: 1}
        #microwave: {mbps: 400, units: 1}
        #mobile: {mbps: 50, units: 2}
        #satellite: {mbps: 150, units: 4}

    """
}
