import Coverage

extension Words {
  /// The name of a service at the beginning of a line.
  func name(_ service: Service) -> String {
    switch service {
    case .fibre: pick("Fibre", "Cáp quang")
    case .signal: pick("Mobile signal", "Sóng di động")
    case .power: pick("Electricity", "Điện lưới")
    }
  }

  /// A service in the middle of a sentence.
  public func inner(_ service: Service) -> String {
    switch service {
    case .fibre: pick("fibre", "cáp quang")
    case .signal: pick("signal", "sóng di động")
    case .power: pick("electricity", "điện")
    }
  }

  /// What villages without a service are called.
  func without(_ service: Service) -> String {
    switch service {
    case .fibre: pick("without fibre", "chưa có cáp quang")
    case .signal: pick("without signal", "lõm sóng")
    case .power: pick("without electricity", "chưa có điện")
    }
  }

  /// What villages with a service are called.
  func with(_ service: Service) -> String {
    switch service {
    case .fibre: pick("with fibre", "có cáp quang")
    case .signal: pick("with signal", "có sóng di động")
    case .power: pick("with electricity", "có điện")
    }
  }

  /// A status.
  public func status(_ status: Status) -> String {
    switch status {
    case .served: pick("served", "đã có")
    case .unserved: pick("unserved", "chưa có")
    case .unknown: pick("unknown", "chưa rõ")
    }
  }

  /// What a village lacks, for a legend, where only the services `known` are known of.
  func lack(_ lack: Lack, of known: [Service] = Service.allCases) -> String {
    if lack.count == 0 { return nothingLacking(known.map(inner)) }
    if lack.count == 3 { return pick("Lacks all three", "Thiếu cả ba") }
    let names = lack.services.map(inner).joined(separator: pick(" and ", " và "))
    return pick("Lacks \(names)", "Thiếu \(names)")
  }

  private func nothingLacking(_ known: [String]) -> String {
    switch known.count {
    case Service.allCases.count: pick("Nothing lacking", "Không thiếu")
    case 0: pick("Nothing known", "Chưa rõ")
    case 1: pick("Does not lack \(known[0])", "Không thiếu \(known[0])")
    default:
      pick("Lacks neither \(known.joined(separator: " nor "))", "Không thiếu \(known.joined(separator: ", "))")
    }
  }

  /// What a criterion of the score is called.
  func name(_ criterion: Criterion) -> String {
    switch criterion {
    case .peopleWithoutFibre: pick("People without fibre", "Dân số chưa có cáp quang")
    case .peopleWithoutSignal: pick("People without signal", "Dân số vùng lõm sóng")
    case .peopleWithoutPower: pick("People without electricity", "Dân số chưa có điện")
    case .fibreGap: pick("Distance to fibre", "Khoảng cách tới cáp quang")
    case .signalGap: pick("Distance to signal", "Khoảng cách tới sóng")
    case .powerGap: pick("Distance to electricity", "Khoảng cách tới lưới điện")
    case .poverty: pick("Poverty", "Hộ nghèo")
    case .schoolWithoutConnection: pick("School without connection", "Trường học chưa kết nối")
    case .healthPostWithoutConnection: pick("Health post without connection", "Trạm y tế chưa kết nối")
    case .borderCommune: pick("Border commune", "Xã biên giới")
    case .missingTogether: pick("Services missing together", "Thiếu nhiều dịch vụ cùng lúc")
    }
  }

  /// How villages are scored.
  func name(_ method: RankingMethod) -> String {
    switch method {
    case .weightedSum: pick("weighted sum", "tổng có trọng số")
    case .topsis: "TOPSIS"
    case .pareto: pick("Pareto rank", "hạng Pareto")
    }
  }

  /// How a target stands.
  func state(_ state: TargetProgress.State) -> String {
    switch state {
    case .reached: pick("reached", "đã đạt")
    case .onTrack: pick("on track", "đúng tiến độ")
    case .late: pick("late", "chậm tiến độ")
    case .unknown: pick("pace not yet known", "chưa rõ tiến độ")
    }
  }
}
