import Coverage
import GeoFormats
import Project

/// A report as JSON, for programs: figures, targets, changes, units, the most urgent villages, zones,
/// the plan and its progress, remarks, files.
struct ReportJSON {
  let contents: ReportContents
  /// The number of the format; it grows when a member changes its meaning or goes away.
  static let format = 1

  /// The whole text, ending with a line feed.
  func bytes() -> [UInt8] {
    var json = ScriptJSON()
    json.object { json in
      json.key("format")
      json.value(Self.format)
      json.member("project", NormalForm.composed(contents.analysis.inputs.project.name))
      json.member("time", contents.time)
      json.member("version", contents.programVersion)
      append(contents.figures, to: &json)
      json.key("earlier")
      json.array { json in
        for run in contents.earlier {
          json.object { json in
            json.member("time", run.time)
            append(run, to: &json)
          }
        }
      }
      appendTargets(to: &json)
      appendChanges(to: &json)
      append("provinces", contents.provinces, to: &json)
      append("provinces_2025", contents.provinces2025, to: &json)
      append("districts", contents.districts, to: &json)
      appendVillages(to: &json)
      appendZones(to: &json)
      appendPlan(to: &json)
      appendProgress(to: &json)
      appendSources(to: &json)
    }
    return json.bytes + [0x0A]
  }

  private func append(_ figures: RunFigures, to json: inout ScriptJSON) {
    json.member("villages", figures.villages)
    json.key("services")
    json.object { json in
      for service in Service.allCases {
        guard let counts = figures.services[service] else { continue }
        json.key(service.rawValue)
        json.object { json in
          json.member("served", counts.served)
          json.member("unserved", counts.unserved)
          json.member("unknown", counts.unknown)
          json.member("people_unserved", counts.peopleUnserved)
        }
      }
    }
  }

  private func appendTargets(to json: inout ScriptJSON) {
    json.key("targets")
    json.array { json in
      for outlook in contents.targets {
        json.object { json in
          json.member("service", outlook.target.service.rawValue)
          json.member("by", outlook.target.date)
          json.member("target", outlook.target.unserved)
          json.member("unserved", outlook.unserved)
          json.member("state", outlook.state.rawValue)
          json.key("needed_per_month")
          json.value(outlook.neededPerMonth ?? .nan, decimals: 2)
          json.key("pace_per_month")
          json.value(outlook.pacePerMonth ?? .nan, decimals: 2)
        }
      }
    }
  }

  private func appendChanges(to json: inout ScriptJSON) {
    json.key("changes")
    guard let changes = contents.changes else {
      json.value(nil)
      return
    }
    json.array { json in
      for change in changes {
        json.object { json in
          json.member("code", change.code)
          json.member("change", change.kind.rawValue)
          json.key("services")
          json.object { json in
            for move in change.statuses {
              json.key(move.service.rawValue)
              json.array { json in
                json.value("\(move.old)")
                json.value("\(move.new)")
              }
            }
          }
        }
      }
    }
  }

  private func append(_ key: String, _ groups: [Summary.Group], to json: inout ScriptJSON) {
    json.key(key)
    json.array { json in
      for group in groups {
        json.object { json in
          json.member("code", group.code)
          json.member("name", NormalForm.composed(group.name))
          json.member("within", group.parents.first.map(NormalForm.composed))
          json.member("villages", group.total.villages)
          json.key("people")
          json.value(rounded: group.total.people)
          for service in Service.allCases {
            json.key(service.rawValue)
            json.object { json in
              for status in Status.allCases { json.member("\(status)", group[service, status].villages) }
            }
          }
        }
      }
    }
  }

  private func appendVillages(to json: inout ScriptJSON) {
    let villages = contents.analysis.inputs.villages
    json.key("top_villages")
    json.array { json in
      guard let ranking = contents.ranking else { return }
      for village in contents.topVillages(limit: ReportTables.limit) {
        json.object { json in
          json.member("rank", ranking.rank(ofVillage: village))
          json.member("code", villages.codes[village])
          json.member("name", villages.text(of: .name, village: village).map(NormalForm.composed))
          json.key("score")
          json.value(ranking.score(ofVillage: village).value, decimals: 2)
          json.key("parts")
          json.object { json in
            for (criterion, part) in zip(ranking.criteria.criteria, ranking.parts(ofVillage: village)) {
              json.key(criterion.rawValue)
              json.value(part.value, decimals: 2)
            }
          }
          json.key("missing")
          json.array { json in
            for service in Lack(contents.analysis.assessment, village: village).services {
              json.value(service.rawValue)
            }
          }
        }
      }
    }
  }

  private func appendZones(to json: inout ScriptJSON) {
    json.key("zones")
    json.array { json in
      for zone in contents.zones.flatMap(\.zones) {
        json.object { json in
          json.member("zone", zone.lineage.identifier)
          json.member("service", zone.service.rawValue)
          json.member("rank", zone.rank)
          json.member("villages", zone.villages.count)
          json.key("people")
          json.value(rounded: zone.people.total)
          json.key("area_km2")
          json.value(zone.squareMetres / 1e6, decimals: 3)
        }
      }
    }
  }

  private func appendPlan(to json: inout ScriptJSON) {
    json.key("plan")
    guard let plan = contents.plan else {
      json.value(nil)
      return
    }
    json.array { json in
      for year in plan.years {
        json.object { json in
          json.member("year", year.year)
          json.key("costs")
          json.object { json in for (key, cost) in year.costs.sorted(by: { $0.key < $1.key }) { json.member(key, cost) }
          }
          json.key("villages")
          json.object { json in
            for (key, count) in year.villages.sorted(by: { $0.key < $1.key }) { json.member(key, count) }
          }
        }
      }
    }
  }

  private func appendProgress(to json: inout ScriptJSON) {
    json.key("plan_progress")
    json.array { json in
      for entry in contents.progress {
        json.object { json in
          json.member("year", entry.year)
          json.member("service", entry.service.rawValue)
          json.member("planned", entry.planned)
          json.member("served", entry.served)
        }
      }
    }
  }

  private func appendSources(to json: inout ScriptJSON) {
    json.key("notices")
    json.array { json in
      for notice in contents.analysis.notices {
        json.object { json in
          json.member("layer", notice.layer)
          json.key("loss")
          json.value(notice.isLoss)
          json.member("text", notice.text)
        }
      }
    }
    json.key("inputs")
    json.array { json in
      for input in contents.inputs {
        json.object { json in
          json.member("role", input.role)
          json.member("file", input.path)
          if let size = input.size { json.member("bytes", size) }
          if let checksum = input.checksum { json.member("sha256", checksum) }
        }
      }
    }
  }
}

extension ScriptJSON {
  fileprivate mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  fileprivate mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }
}
