import Testing

@testable import Coverage

@Suite struct DeadZoneSettingsTests {
  @Test(
    arguments: [
      (DeadZoneSettings(), nil), (DeadZoneSettings(reachMetres: 200_000), nil),
      (DeadZoneSettings(reachMetres: 2500), nil), (DeadZoneSettings(leastVillages: 1, bufferMetres: 1), nil),
      (DeadZoneSettings(reachMetres: 0), "the reach is 0 m; expected 2.5 m to 200 km"),
      (DeadZoneSettings(reachMetres: -5), "the reach is -5 m; expected 2.5 m to 200 km"),
      (DeadZoneSettings(reachMetres: 200_001), "the reach is 200001 m; expected 2.5 m to 200 km"),
      (DeadZoneSettings(leastVillages: 0), "the least number of villages is 0; expected at least 1"),
      (
        DeadZoneSettings(bufferMetres: 2000.5),
        "the buffer is 2000.5 m; expected 1 m to 2000 m, 0.4 of the reach, so that zones do not overlap"
      ),
      (
        DeadZoneSettings(bufferMetres: 0.5),
        "the buffer is 0.5 m; expected 1 m to 2000 m, 0.4 of the reach, so that zones do not overlap"
      ),
      (
        DeadZoneSettings(reachMetres: 1000),
        "the buffer is 1000 m; expected 1 m to 400 m, 0.4 of the reach, so that zones do not overlap"
      ),
    ] as [(DeadZoneSettings, String?)])
  func `settings that cannot be are told`(settings: DeadZoneSettings, problem: String?) {
    #expect(settings.problem == problem)
  }
}
