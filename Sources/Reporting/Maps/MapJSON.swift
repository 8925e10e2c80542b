import Coverage
import Geospatial
import Project

/// The villages, zones, lines and plan of a report as the script of its page reads them: columns, and lines as short texts.
struct MapJSON {
  let contents: ReportContents
  let words: Words
  /// Where a background map comes from, as `https://tile.example/{z}/{x}/{y}.png`; nil without one.
  var tileURL: String?

  private var villages: Villages { contents.analysis.inputs.villages }
  private var assessment: Assessment { contents.analysis.assessment }

  /// Degrees times this are whole numbers: a unit is about a metre.
  static let unitsPerDegree = 1e5

  /// The whole text.
  func bytes() -> [UInt8] {
    var json = ScriptJSON()
    json.object { json in
      json.key("lang")
      json.value(words.language.rawValue)
      json.key("tiles")
      json.value(tileURL)
      appendLegend(to: &json)
      appendVillages(to: &json)
      appendGround(to: &json)
      appendZones(to: &json)
      appendPlan(to: &json)
    }
    return json.bytes
  }

  // MARK: Words

  private func appendLegend(to json: inout ScriptJSON) {
    json.key("words")
    json.object { json in
      for (key, word) in PageWords.words(words) {
        json.key(key)
        json.value(word)
      }
    }
    json.key("lacks")
    json.array { json in
      let known = Lack.knownServices(assessment)
      for lack in Lack.all {
        json.object { json in
          json.key("name")
          json.value(words.lack(lack, of: known))
          json.key("colour")
          json.value(lack.colour)
          json.key("size")
          json.value(lack.size, decimals: 2)
        }
      }
    }
    json.key("services")
    json.array { json in
      for service in contents.services {
        json.object { json in
          json.key("key")
          json.value(service.rawValue)
          json.key("name")
          json.value(words.name(service))
          json.key("rules")
          json.array { json in
            for rule in contents.analysis.inputs.project.wholeRules(for: service) { json.value(words.rule(rule)) }
          }
        }
      }
    }
  }

  // MARK: Villages

  private func appendVillages(to json: inout ScriptJSON) {
    json.key("villages")
    json.object { json in
      json.key("code")
      json.array { json in for code in villages.codes { json.value(NormalForm.composed(code)) } }
      json.key("name")
      json.array { json in
        for village in 0..<villages.count {
          json.value(villages.text(of: .name, village: village).map(NormalForm.composed) ?? "")
        }
      }
      for (key, level) in [
        ("commune", GroupLevel.commune), ("district", .district), ("province", .province),
        ("commune2025", .commune2025), ("province2025", .province2025),
      ] {
        appendUnits(key, level, to: &json)
      }
      appendPlaces(to: &json)
      appendColumn("people", villages.people, to: &json)
      appendColumn("households", villages.households, to: &json)
      appendServices(to: &json)
      appendScores(to: &json)
      json.key("measures")
      json.array { json in
        for measure in assessment.measures {
          json.object { json in
            json.key("name")
            json.value(PageWords.measure(measure.name, words))
            appendColumn("metres", measure.distancesMetres, to: &json)
          }
        }
      }
    }
  }

  private func appendUnits(_ key: String, _ level: GroupLevel, to json: inout ScriptJSON) {
    let (units, groups) = villages.unitGroups(by: level)
    guard !units.isEmpty else { return }
    json.key(key)
    json.object { json in
      json.key("names")
      json.array { json in for unit in units { json.value(NormalForm.composed(unit.name)) } }
      json.key("of")
      json.array { json in for group in groups { json.value(Int(group)) } }
    }
  }

  /// Longitudes and latitudes as differences from the village before; null for a village without a position.
  private func appendPlaces(to json: inout ScriptJSON) {
    for (key, ordinate) in [("x", \Coordinate.longitude), ("y", \Coordinate.latitude)] {
      json.key(key)
      json.array { json in
        var last = 0
        for place in villages.coordinates {
          guard place.isOnEarth else {
            json.value(nil)
            continue
          }
          let units = Int((place[keyPath: ordinate] * Self.unitsPerDegree).rounded())
          json.value(units - last)
          last = units
        }
      }
    }
  }

  private func appendColumn(_ key: String, _ values: [Double], to json: inout ScriptJSON) {
    json.key(key)
    json.array { json in for value in values { json.value(rounded: value) } }
  }

  private func appendServices(to json: inout ScriptJSON) {
    func digits(_ values: some Sequence<Int>) -> String {
      String(decoding: values.map { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
    json.key("lack")
    json.value(digits((0..<villages.count).map { Lack(assessment, village: $0).bits }))
    json.key("service")
    json.array { json in
      for service in contents.services {
        let column = assessment[service]
        json.object { json in
          json.key("status")
          json.value(digits(column.statuses.map { Int($0.rawValue) }))
          appendColumn("metres", column.distancesMetres, to: &json)
          json.key("rule")
          json.value(digits(column.rules.map { max(0, min(9, Int($0) + 1)) }))
          if !column.doubts.isEmpty {
            json.key("doubt")
            json.value(digits(column.doubts.map { $0 ? 1 : 0 }))
          }
        }
      }
    }
  }

  /// Scores and their parts in hundredths.
  private func appendScores(to json: inout ScriptJSON) {
    guard let ranking = contents.ranking else { return }
    json.key("rank")
    json.array { json in for rank in ranking.ranks { json.value(Int(rank)) } }
    json.key("score")
    json.array { json in
      for village in 0..<ranking.count { json.value(Int(ranking.score(ofVillage: village).count)) }
    }
    json.key("parts")
    json.array { json in
      for (place, criterion) in ranking.criteria.criteria.enumerated() {
        json.object { json in
          json.key("name")
          json.value(words.name(criterion))
          json.key("of")
          json.array { json in
            for village in 0..<ranking.count { json.value(Int(ranking.parts(ofVillage: village)[place].count)) }
          }
        }
      }
    }
  }

  // MARK: The ground

  private func appendGround(to json: inout ScriptJSON) {
    json.key("lines")
    json.object { json in
      for kind in MapGround.LineKind.allCases {
        guard let lines = contents.ground.lines[kind] else { continue }
        json.key(kind.rawValue)
        json.array { json in for line in lines { json.value(PolylineText.text(line)) } }
      }
    }
    json.key("communes")
    json.value(PolylineText.text(contents.ground.communes))
    json.key("provinces")
    json.array { json in
      for label in contents.ground.provinces {
        json.array { json in
          json.value(NormalForm.composed(label.name))
          json.value(label.place.latitude, decimals: 3)
          json.value(label.place.longitude, decimals: 3)
        }
      }
    }
  }

  private func appendZones(to json: inout ScriptJSON) {
    json.key("zones")
    json.array { json in
      for zones in contents.zones {
        for zone in zones.zones {
          json.object { json in
            json.key("service")
            json.value(zone.service.rawValue)
            json.key("id")
            json.value(zone.lineage.identifier)
            json.key("villages")
            json.value(zone.villages.count)
            json.key("people")
            json.value(rounded: zone.people.total)
            json.key("rings")
            json.array { json in
              for part in zone.ground.partKinds.indices {
                let ring = zone.ground.coordinates[zone.ground.coordinates(ofPart: part)]
                let simple = LineSimplification.simplified(ring, toleranceMetres: MapGround.toleranceMetres)
                if simple.count > 3 { json.value(PolylineText.text(simple)) }
              }
            }
          }
        }
      }
    }
  }

  private func appendPlan(to json: inout ScriptJSON) {
    json.key("plan")
    json.array { json in
      for feature in contents.plan?.features ?? [] {
        json.object { json in
          json.key("kind")
          json.value(PageWords.planKind(feature.kind, words))
          json.key("service")
          json.value(feature.service)
          json.key("year")
          if let year = feature.year { json.value(year) } else { json.value(nil) }
          json.key("cost")
          if let cost = feature.cost { json.value(words.money(cost)) } else { json.value(nil) }
          json.key("line")
          json.value(PolylineText.text(feature.places))
        }
      }
    }
  }
}
