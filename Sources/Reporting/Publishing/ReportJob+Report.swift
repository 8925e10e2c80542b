import Coverage
import GeoFormats
import Project

extension ReportJob {
  /// The report itself, after one whose status was `before`.
  func report(
    after before: ReportStatus?, _ archive: ReportArchive, _ tell: @escaping @Sendable (Analysis.Stage) -> Void
  ) async throws -> ReportStatus {
    let project = try ProjectFile.read(contentsOf: self.project)
    try Results.checkFolder(folder, of: project, results: ReportStatus.reservedNames)
    let files = try InputFiles.files(of: project) + planFiles.inputs
    let stamps = FileStamp.stamps(of: files)
    let inputs = try await InputRecord.records(of: files, threads: threads)
    let history = try RunHistory(path: historyPath, for: .writing)
    var runs = try history.runs()
    let options = isStrict ? "strict" : ""
    let fingerprint = RunRecord.fingerprint(version: version, options: options, inputs: inputs)
    let isSame = runs.last.map { $0.fingerprint == fingerprint && $0.project == project.name } ?? false
    let goals = goals(project, runs.map(\.figures))
    let targetsChanged = isSame && before.map { $0.targets.map(\.state) != goals.map(\.state) } ?? false
    if isSame, !targetsChanged, let before, let last = runs.last, isWhole(before, of: last) {
      return unchanged(before, goals)
    }

    let analysis = try await Analysis.run(project, threads: threads, isStrict: isStrict, progress: tell)
    try check(files, stamps)
    let result = try await StoredResult(analysis, threads: threads)
    let progress = try planFiles.progress(in: result)
    let zones = try await ReportContents.zones(
      of: analysis, earlier: try runs.last.map { try history.zones(of: $0) } ?? [], threads: threads)
    var run = RunRecord(
      project: project.name, version: version, options: options, parameters: try text(of: self.project),
      losses: analysis.notices.count(where: \.isLoss), figures: RunFigures(analysis.summary, time: "\(time)"),
      inputs: inputs)
    // The report of the last run is not there as it should be; the run itself is.
    if isSame, let last = runs.popLast() { run = last }
    // Runs that no report has told of change nothing for its readers.
    if let told = runs.lastIndex(where: { $0.number == before?.run }) { runs.removeSubrange((told + 1)...) }
    var comparison: ResultComparison?
    if let earlier = runs.last { comparison = result.compared(withEarlier: try await history.result(of: earlier)) }

    tell(.writing)
    // Everything that may fail comes before the run is kept: a run is one that was reported.
    let prepared = try await prepareFiles(
      analysis, run: run, earlier: runs.map(\.figures), comparison: comparison, zones: zones, progress: progress)
    if !isSame { run = try history.add(run, result, plan: progress, zones: zones.kept) }
    if let before, before.run != run.number { try archive.add(before) }
    var status = described(run, project, earlier: runs.map(\.figures))
    status.files = try await publish(prepared, after: before, archive)
    status.plan = progress.map { ReportStatus.Progress($0) }
    status.changes = comparison.map { ReportStatus.Changes($0) }
    if isSame, before?.run == run.number {
      status.note = targetsChanged ? .targetsChanged : .writtenAgain
      status.changed = targetsChanged
    } else {
      // Also where an earlier process kept the run and was stopped before it told anybody.
      status.changed = status.changes?.areRelevant ?? true
      status.note = status.changes.map { $0.areRelevant ? .changed : .sameResults } ?? .firstRun
      // A target that stands otherwise is worth a word even where no village is.
      if let before, before.targets.map(\.state) != status.targets.map(\.state) { status.changed = true }
    }
    if isUntold { status.changed = true }
    return status
  }

  /// Whether the report of a run is there as it would be written now.
  private func isWhole(_ status: ReportStatus, of run: RunRecord) -> Bool {
    status.run == run.number && status.language == language.rawValue && !status.files.isEmpty
      && status.tiles == tileURL && status.files.allSatisfy { FileStamp("\(folder)/\($0)") != nil }
      && !(lacksPDF(status) && ReportPDF.isPossible)
  }

  /// The status of a report that is as good as it was: after a failure that is over, too.
  private func unchanged(_ before: ReportStatus, _ goals: [ReportStatus.Goal]) -> ReportStatus {
    var status = before
    (status.time, status.folder) = (blank.time, blank.folder)
    (status.ok, status.changed, status.note, status.error) = (true, isUntold, .noChange, nil)
    status.targets = goals
    return status
  }

  private func described(_ run: RunRecord, _ project: ProjectFile, earlier: [RunFigures]) -> ReportStatus {
    var status = blank
    status.project = project.name
    status.run = run.number
    status.runTime = run.figures.time
    status.language = language.rawValue
    status.tiles = tileURL
    status.leftOut = run.losses
    status.villages = run.figures.villages
    for (service, counts) in run.figures.services { status.services[service.rawValue] = ReportStatus.Counts(counts) }
    status.targets = goals(project, earlier + [run.figures])
    return status
  }

  /// How the targets of the project stand at the time of this run.
  private func goals(_ project: ProjectFile, _ runs: [RunFigures]) -> [ReportStatus.Goal] {
    var runs = runs
    if !runs.isEmpty { runs[runs.count - 1].time = "\(time)" }
    return project.targets.compactMap { source in
      TargetProgress(Target(source), runs: runs).map { progress in
        ReportStatus.Goal(
          service: source.service.rawValue, unserved: source.unserved, by: "\(source.day)", now: progress.unserved,
          state: progress.state.rawValue, neededPerMonth: progress.neededPerMonth.map(Self.tenths),
          pacePerMonth: progress.pacePerMonth.map(Self.tenths))
      }
    }
  }

  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  /// Refuses inputs that were written to while they were read: the checksums would be those of other bytes.
  private func check(_ files: [InputFile], _ stamps: [FileStamp?]) throws(FormatError) {
    for (file, stamp) in zip(files, stamps) where FileStamp(file.path) != stamp {
      throw FormatError(file: file.path, problem: "was changed while it was read; run the report again")
    }
  }

  private func text(of path: String) throws -> String {
    let source = try SourceBytes(contentsOf: path)
    return source.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
