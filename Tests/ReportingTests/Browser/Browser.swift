import Foundation

/// A headless Chromium, driven through a pipe by the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol).
final class Browser {
  /// Why a browser did not do as it was told.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The path of the program; nil where it is not installed.
  static let program: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"].flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private let process = Process()
  private let (toBrowser, fromBrowser) = (Pipe(), Pipe())
  private let profile: TemporaryFolder
  private var buffer = Data()
  private var number = 0
  private var session: String?
  private var events: [[String: Any]] = []

  /// Starts the browser with one empty page of `width` by `height` **pixels**. It is ended when four minutes have passed,
  /// so that no test waits for it for ever.
  init(width: Int = 1280, height: Int = 900) throws {
    guard let program = Self.program else { throw Failure(description: "no browser is installed") }
    profile = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The protocol speaks through the descriptors 3 and 4. The sandbox does not work for root; the pages are our own.
    process.arguments =
      [
        "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program, "--headless", "--disable-gpu",
        "--remote-debugging-pipe", "--no-first-run", "--user-data-dir=\(profile.path)",
      ] + (getuid() == 0 ? ["--no-sandbox"] : [])
    process.standardInput = toBrowser
    process.standardOutput = fromBrowser
    try process.run()
    try? fromBrowser.fileHandleForWriting.close()
    let process = process
    DispatchQueue.global().asyncAfter(deadline: .now() + 240) {
      // Whoever starts it may have blocked the signals that ask.
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    let page = try send("Target.createTarget", ["url": "about:blank"])["targetId"] ?? ""
    session = try send("Target.attachToTarget", ["targetId": page, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log"] { try send("\(domain).enable") }
    try resize(width: width, height: height)
  }

  deinit {
    _ = try? send("Browser.close")
    process.waitUntilExit()
  }

  // MARK: The page

  func resize(width: Int, height: Int) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  /// Sets a feature of media queries, as `prefers-color-scheme` to `dark`.
  func setFeature(_ name: String, _ value: String) throws {
    try send("Emulation.setEmulatedMedia", ["features": [["name": name, "value": value]]])
  }

  /// Opens a file and waits until it is loaded.
  func open(_ path: String) throws {
    events = []
    try send("Page.navigate", ["url": URL(fileURLWithPath: path).absoluteString])
    while !events.contains(where: { $0["method"] as? String == "Page.loadEventFired" }) { events.append(try read()) }
  }

  /// The value of an expression of JavaScript.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] { throw Failure(description: "\(expression): \(details)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }
  func number(_ expression: String) throws -> Int { try evaluate(expression) as? Int ?? -1 }
  func truth(_ expression: String) throws -> Bool { try evaluate(expression) as? Bool ?? false }

  /// Types text into the element that has the focus.
  func type(_ text: String) throws { try send("Input.insertText", ["text": text]) }

  /// Presses a key and lets it go, as `Enter` or `ArrowDown`.
  func press(_ key: String, code: Int) throws {
    for type in ["rawKeyDown", "keyUp"] {
      try send(
        "Input.dispatchKeyEvent", ["type": type, "key": key, "code": key, "windowsVirtualKeyCode": code])
    }
  }

  /// Clicks at a place of the window, in **pixels** from its upper left corner.
  func click(_ x: Double, _ y: Double) throws {
    for type in ["mouseMoved", "mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        ["type": type, "x": x, "y": y, "button": type == "mouseMoved" ? "none" : "left", "clickCount": 1])
    }
  }

  /// Clicks in the middle of the first element that a selector finds, after it was brought into sight.
  func click(_ selector: String) throws {
    let middle = try evaluate(
      """
      (() => { const found = document.querySelector(\(Self.quoted(selector)));
      found.scrollIntoView({ block: "center", behavior: "instant" });
      const box = found.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()
      """)
    guard let place = middle as? [Double], place.count == 2 else { throw Failure(description: "no place: \(selector)") }
    try click(place[0], place[1])
  }

  /// A picture of the window as PNG.
  func picture() throws -> Data {
    let answer = try send("Page.captureScreenshot", ["format": "png"])
    return (answer["data"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
  }

  /// What the page complained of: exceptions, errors and warnings on its console, requests that failed.
  var complaints: [String] {
    events.compactMap { event in
      let parameters = event["params"] as? [String: Any] ?? [:]
      switch event["method"] as? String {
      case "Runtime.exceptionThrown": return "\(parameters)"
      case "Runtime.consoleAPICalled":
        return ["error", "warning", "assert"].contains(parameters["type"] as? String) ? "\(parameters)" : nil
      case "Log.entryAdded": return "\(parameters)"
      default: return nil
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  // MARK: The protocol

  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    guard process.isRunning else { throw Failure(description: "the browser has ended before \(method)") }
    try toBrowser.fileHandleForWriting.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try read()
      guard answer["id"] as? Int == number else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// The next message, which ends with a zero byte.
  private func read() throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let message = buffer[buffer.startIndex..<end]
        buffer = Data(buffer[(end + 1)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let more = fromBrowser.fileHandleForReading.availableData
      if more.isEmpty { throw Failure(description: "the browser has ended") }
      buffer.append(more)
    }
  }
}
