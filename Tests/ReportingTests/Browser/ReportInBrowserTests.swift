import Foundation
import Testing

@testable import Reporting

/// The page as a reader has it: opened in Chromium, searched, clicked, sorted.
@Suite(.serialized, .enabled(if: Browser.program != nil, "Chromium is not installed"))
struct ReportInBrowserTests {
  /// A page with some hundred villages on a grid and the few of the sample.
  private static func page(
    _ folder: TemporaryFolder, villages: String = SampleReport.villages, language: ReportLanguage = .en
  ) async throws -> String {
    let contents = try await SampleReport.contents(villages: villages, hasHistory: true, hasPlan: true)
    try ReportFiles.write(contents, toFolder: folder.path, language: language)
    return folder.file(ReportFiles.pageName)
  }

  @Test func `the page opens without a complaint and is whole`() async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(folder)
    let browser = try Browser()
    try browser.open(page)
    #expect(browser.complaints.isEmpty)
    #expect(try browser.text("document.title") == "Thử nghiệm – coverage report")
    #expect(try browser.number("document.querySelectorAll('main section').length") == 9)
    #expect(try browser.number("document.querySelectorAll('h1').length") == 1)
    #expect(try browser.number("document.querySelectorAll('header, nav, main, footer').length") == 4)
    #expect(try browser.truth("document.querySelectorAll('#map-view canvas').length >= 2"))
    #expect(try browser.text("getComputedStyle(document.querySelector('.map-picture')).display") == "none")
    // Every section that the contents name is there, and every label of an element that it names.
    #expect(
      try browser.truth(
        "[...document.querySelectorAll('nav a')].every(a => document.querySelector(a.getAttribute('href')))"))
    #expect(
      try browser.truth(
        """
        [...document.querySelectorAll('[aria-labelledby],[aria-controls]')].every(e => document.getElementById(
        e.getAttribute('aria-labelledby') || e.getAttribute('aria-controls')))
        """))
  }

  @Test func `a search without accents finds a village, and Enter tells its account`() async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(folder)
    let browser = try Browser()
    try browser.open(page)
    try browser.evaluate("document.getElementById('search').focus()")
    try browser.type("ban da den")
    #expect(try browser.number("document.querySelectorAll('#search-results li').length") == 1)
    #expect(try browser.text("document.getElementById('search').getAttribute('aria-expanded')") == "true")
    try browser.press("ArrowDown", code: 40)
    #expect(
      try browser.text("document.getElementById('search').getAttribute('aria-activedescendant')") == "search-0")
    try browser.press("Enter", code: 13)
    let account = try browser.text("document.getElementById('account').textContent")
    for text in ["Bản Đá Đen", "Xã Một, Huyện Một, Tỉnh Một", "People: 700", "unserved", "4.7 km"] {
      #expect(account.contains(text), "\(text)")
    }
    #expect(try browser.text("document.getElementById('search').getAttribute('aria-expanded')") == "false")
    // Up from nothing chosen is the last.
    try browser.evaluate("(e => { e.value = ''; e.focus(); })(document.getElementById('search'))")
    try browser.type("mot")
    let found = try browser.number("document.querySelectorAll('#search-results li').length")
    #expect(found == 2)
    try browser.press("ArrowUp", code: 38)
    #expect(
      try browser.text("document.getElementById('search').getAttribute('aria-activedescendant')")
        == "search-\(found - 1)")
    try browser.evaluate("document.getElementById('search').value = ''")
    try browser.type("nowhere at all")
    #expect(try browser.text("document.getElementById('search-status').textContent") == "No village of that name.")
    #expect(browser.complaints.isEmpty)
  }

  @Test func `a click on a dot tells the account of its village`() async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(folder)
    let browser = try Browser()
    try browser.open(page)
    // The villages fill the frame: A2 is the easternmost dot, in the middle of a frame around it after the search.
    try browser.evaluate("document.querySelector('button.village[data-village=\"1\"]').click()")
    #expect(try browser.text("document.querySelector('#account h3').textContent") == "Bản Đá Đen")
    try browser.evaluate("document.getElementById('account').replaceChildren()")
    // The map may still be on its way there.
    for _ in 0..<50 {
      try browser.click("#map-view")
      if try browser.truth("document.querySelector('#account h3') !== null") { break }
      try browser.evaluate("new Promise(resolve => setTimeout(resolve, 100))")
    }
    #expect(try browser.text("document.querySelector('#account h3').textContent") == "Bản Đá Đen")
    #expect(browser.complaints.isEmpty)
  }

  @Test func `layers and kinds of villages go and come`() async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(folder)
    let browser = try Browser()
    try browser.open(page)
    let zones = "document.querySelectorAll('.leaflet-zones-pane path.leaflet-interactive').length"
    // The plan is on a canvas, which is drawn with the next frame.
    let plan = """
      new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
        const canvas = document.querySelector('.leaflet-plan-pane canvas');
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
        done(pixels.reduce((count, value, place) => count + (place % 4 === 3 && value > 0 ? 1 : 0), 0));
      })))
      """
    #expect(try browser.number(zones) == 1)
    let everything = try browser.number(plan)
    try browser.click("[data-layer=zones-signal]")
    #expect(try browser.number(zones) == 0)
    try browser.click("[data-layer=zones-signal]")
    #expect(try browser.number(zones) == 1)
    try browser.evaluate(
      "(e => { e.value = '2027'; e.dispatchEvent(new Event('change')); })(document.getElementById('plan-year'))")
    let early = try browser.number(plan)
    #expect(early > 0 && early < everything)
    try browser.click("[data-layer=plan]")
    #expect(try browser.number(plan) == 0)
    // Dots that are switched off are no longer found where they were.
    try browser.evaluate("document.querySelector('button.village[data-village=\"1\"]').click()")
    try browser.click("[data-lack='3']")
    try browser.evaluate("document.getElementById('account').replaceChildren()")
    try browser.click("#map-view")
    #expect(try browser.number("document.querySelectorAll('#account h3').length") == 0)
    for layer in ["roads", "fibre", "provinces"] { try browser.click("[data-layer=\(layer)]") }
    #expect(browser.complaints.isEmpty)
  }

  @Test func `tables sort by any column and say so`() async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(folder)
    let browser = try Browser()
    try browser.open(page)
    let first = "document.querySelector('#provinces-table tbody th').textContent"
    let sort = "document.querySelector('#provinces-table thead th:nth-child(%)').getAttribute('aria-sort')"
    #expect(try browser.text(first) == "Tỉnh Hai")
    try browser.click("#provinces-table thead th:nth-child(3) button")
    #expect(try browser.text(first) == "Tỉnh Một")
    #expect(try browser.text(sort.replacing("%", with: "3")) == "descending")
    try browser.click("#provinces-table thead th:nth-child(3) button")
    #expect(try browser.text(first) == "Tỉnh Hai")
    #expect(try browser.text(sort.replacing("%", with: "3")) == "ascending")
    try browser.click("#provinces-table thead th:nth-child(1) button")
    #expect(try browser.text(sort.replacing("%", with: "1")) == "ascending")
    #expect(try browser.number("document.querySelectorAll('[aria-sort]').length") == 1)
    #expect(browser.complaints.isEmpty)
  }

  @Test func `hostile names do nothing`() async throws {
    let folder = try TemporaryFolder()
    let browser = try Browser()
    let name = "<img src=x onerror=window.hacked=1></script><script>window.hacked=1</script>"
    let villages = SampleReport.villages.replacing("Bản Đá Đen", with: name).replacing("Xã Một", with: "Xã <b>x</b>")
    try browser.open(try await Self.page(folder, villages: villages))
    try browser.evaluate("document.querySelector('button.village[data-village=\"1\"]').click()")
    #expect(try browser.text("document.querySelector('#account h3').textContent") == name)
    try browser.evaluate("document.getElementById('search').focus()")
    try browser.type("onerror")
    #expect(try browser.number("document.querySelectorAll('#search-results li').length") == 1)
    #expect(try browser.truth("window.hacked === undefined && document.images.length === 0"))
    #expect(browser.complaints.isEmpty)
  }

  @Test(arguments: [("light", 390), ("light", 1280), ("dark", 1280), ("dark", 390)])
  func `text has contrast and nothing runs out of the page`(scheme: String, width: Int) async throws {
    let folder = try TemporaryFolder()
    let browser = try Browser(width: width, height: 844)
    try browser.setFeature("prefers-color-scheme", scheme)
    try browser.open(try await Self.page(folder, language: .vi))
    #expect(try browser.number("document.documentElement.scrollWidth") <= width)
    // Remarks of every kind.
    try browser.evaluate(
      """
      for (const kind of ["loss", "information", "warning"]) document.querySelector("#quality .wide").insertAdjacentHTML(
        "beforeend", `<ul class="notices"><li class="${kind}"><span class="tag">${kind}</span></li></ul>`)
      """)
    let script = """
      (() => {
        const parts = (text) => text.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = (e) => { for (; e; e = e.parentElement) {
          const c = parts(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0.5) return c; } return [255, 255, 255]; };
        const low = [];
        for (const e of document.querySelectorAll("main *, header *, nav *, footer *")) {
          if (e.closest("svg, #map-view") || !e.checkVisibility()) continue;
          if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
          const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
          if ((a + 0.05) / (b + 0.05) < 4.5) low.push(e.className + ": " + e.textContent.slice(0, 30));
        }
        return low.join("; ");
      })()
      """
    #expect(try browser.text(script) == "")
    #expect(browser.complaints.isEmpty)
  }

  @Test func `a picture of the page has its parts where they belong`() async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(folder)
    let browser = try Browser()
    try browser.open(page)
    try browser.evaluate("document.querySelector('#map').scrollIntoView({ behavior: 'instant' })")
    let picture = try browser.picture()
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // The canvas of the dots has as many colours as there are kinds of villages, and mostly nothing.
    let colours = try browser.number(
      """
      (() => { const canvas = document.querySelector('.leaflet-villages-pane canvas');
      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      const counts = {}; let painted = 0;
      for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] === 255) {
        painted += 1; const key = pixels.slice(i, i + 3).join(); counts[key] = (counts[key] || 0) + 1; }
      return painted > 0.2 * pixels.length / 4 ? -1 : ['213,94,0', '127,169,155'].filter(key => counts[key] > 8).length; })()
      """)
    #expect(colours == 2)
    // Beside the map its layers on a wide page, below it on a narrow one.
    let places =
      "(a => [a.querySelector('#map-view'), a.querySelector('.map-side')].map(e => e.getBoundingClientRect()))(document)"
    #expect(
      try browser.truth("(([map, side]) => side.left >= map.right && Math.abs(side.top - map.top) < 2)(\(places))"))
    try browser.resize(width: 390, height: 844)
    #expect(try browser.truth("(([map, side]) => side.top >= map.bottom && map.width > 300)(\(places))"))
  }
}
