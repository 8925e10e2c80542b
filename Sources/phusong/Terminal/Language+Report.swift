import Reporting

extension Language {
  /// The same language of reports and maps.
  var ofReport: ReportLanguage { self == .vi ? .vi : .en }
}
