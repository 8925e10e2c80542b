/// The language of a report.
public enum ReportLanguage: String, CaseIterable, Sendable {
  case en, vi
}
