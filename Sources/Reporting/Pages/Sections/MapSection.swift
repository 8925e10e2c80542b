import Coverage

/// The map with its search, its layers and the account of a village; on paper and without scripts a picture of it.
enum MapSection {
  static func section(_ contents: ReportContents, _ words: Words) -> PageSection {
    let sheet = MapSheet(contents: contents, words: words, options: MapOptions(widthPixels: 680, isEmbedded: true))
    return PageSection(
      "map", words.pick("Map", "Bản đồ"),
      """
      <div class="map-app" hidden>
      <div class="search"><label for="search">\(words.pick("Find a village", "Tìm thôn, bản"))</label>
      <input id="search" type="search" role="combobox" aria-expanded="false" aria-controls="search-results" \
      aria-autocomplete="list" autocomplete="off" placeholder="\(words.pick("name, commune or code; no accents needed", "tên, xã hoặc mã; không cần dấu"))">
      <ul id="search-results" role="listbox" aria-label="\(words.pick("Villages found", "Kết quả"))" hidden></ul>
      <p id="search-status" class="quiet" role="status"></p></div>
      <div class="map-frame">
      <div id="map-view" tabindex="0" role="application" \
      aria-label="\(words.pick("Map of the villages; arrow keys move it, plus and minus zoom. Use the search to reach a village by keyboard.", "Bản đồ thôn, bản; phím mũi tên để di chuyển, cộng trừ để phóng thu. Dùng ô tìm kiếm để tới một thôn, bản bằng bàn phím."))"></div>
      <div class="map-side">
      <fieldset id="map-lacks"><legend>\(words.pick("What villages lack", "Dịch vụ còn thiếu"))</legend></fieldset>
      <fieldset id="map-layers"><legend>\(words.pick("Layers", "Lớp bản đồ"))</legend>
      \(layers(contents, words))</fieldset>
      <div id="account" role="region" aria-live="polite" aria-label="\(words.pick("The village chosen", "Thôn, bản đã chọn"))">
      <p class="quiet">\(words.pick("Choose a village on the map or by the search.", "Chọn một thôn, bản trên bản đồ hoặc qua ô tìm kiếm."))</p></div>
      </div></div></div>
      <figure class="map-picture">\(sheet.markup)</figure>
      """)
  }

  private static func layers(_ contents: ReportContents, _ words: Words) -> [Markup] {
    func box(_ key: String, _ name: String, isOn: Bool) -> Markup {
      let on: Markup = isOn ? " checked" : ""
      return """
        <label><input type="checkbox" data-layer="\(key)"\(on)> <span class="swatch l-\(key)" aria-hidden="true"></span>\(name)</label>

        """
    }
    var boxes: [Markup] = []
    if !contents.ground.provinces.isEmpty {
      boxes.append(box("provinces", words.pick("Provinces", "Tên tỉnh"), isOn: true))
    }
    if contents.ground.lines[.roads] != nil { boxes.append(box("roads", words.pick("Roads", "Đường"), isOn: true)) }
    if contents.ground.lines[.fibre] != nil {
      boxes.append(box("fibre", words.pick("Fibre routes", "Tuyến cáp quang"), isOn: false))
    }
    if contents.ground.lines[.power] != nil {
      boxes.append(box("power", words.pick("Power lines", "Đường dây điện"), isOn: false))
    }
    for zones in contents.zones where !zones.zones.isEmpty {
      boxes.append(
        box(
          "zones-\(zones.service.rawValue)",
          words.pick("Dead zones: \(words.inner(zones.service))", "Vùng lõm: \(words.inner(zones.service))"),
          isOn: zones.service == .signal))
    }
    if let plan = contents.plan, !plan.features.isEmpty {
      boxes.append(box("plan", words.pick("Plan", "Kế hoạch"), isOn: true))
      let years = Set(plan.features.compactMap(\.year)).sorted()
      let options = years.map { year -> Markup in "<option value=\"\(year)\">\(year)</option>" }
      boxes.append(
        """
        <label class="years">\(words.pick("Plan up to", "Kế hoạch đến năm")) <select id="plan-year">\(options.reversed())</select></label>

        """)
    }
    return boxes
  }
}
