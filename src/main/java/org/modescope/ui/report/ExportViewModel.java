package org.modescope.ui.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.modescope.experiment.Experiment;
import org.modescope.files.WholeFile;
import org.modescope.files.pytorch.PyTorchExport;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Png;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.Troubles;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.Notice;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// What leaves the window for other programs: PyTorch code, a report, a chart, its numbers.
public final class ExportViewModel implements ChartExport {
  private final Workbench workbench;
  private final DocumentViewModel document;
  private final DialogViewModel dialogs;
  private final NoticeViewModel notices;
  private final FilePicker picker;
  private final TaskRunner tasks;
  private Text text;
  private Optional<ReportCharts> charts = Optional.empty();

  public ExportViewModel(Desk desk, DocumentViewModel document) {
    workbench = desk.workbench();
    this.document = document;
    dialogs = desk.dialogs();
    notices = desk.notices();
    picker = desk.picker();
    tasks = desk.tasks();
    text = desk.text();
  }

  /// Writes reports in another language from now on.
  public void speak(Text words) {
    text = words;
  }

  /// Takes a report's charts from the bench that is open.
  public void drawWith(ReportCharts bench) {
    charts = Optional.of(bench);
  }

  /// Lets go of a bench that is closed, unless another one is open already.
  public void drawWithout(ReportCharts bench) {
    charts = charts.filter(other -> other != bench);
  }

  /// Writes the experiment as a folder that PyTorch runs, as `modescope export --to pytorch` does.
  public void exportCode() {
    if (dialogs.isOpen()) {
      return;
    }
    picker
        .folder(text.say("report.export.folder", "script", PyTorchExport.SCRIPT))
        .ifPresent(
            folder ->
                // Not here: a drive may take long to answer.
                tasks.run(
                    () -> Files.exists(folder.resolve(PyTorchExport.SCRIPT)),
                    isThere -> {
                      if (isThere) {
                        askToReplace(folder);
                      } else {
                        writeCode(folder);
                      }
                    },
                    trouble -> dialogs.show(Troubles.saving(text, folder, trouble))));
  }

  /// Writes what was run, measured and found as a web page.
  public void exportReport() {
    if (dialogs.isOpen()) {
      return;
    }
    Report report = report();
    picker
        .save(Kind.REPORT, document.fileName())
        .ifPresent(
            file ->
                write(
                    Kind.REPORT.complete(file),
                    () -> ReportPage.of(report, text).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void exportPicture(String chart, Png picture) {
    picker
        .save(Kind.PICTURE, document.fileName() + " " + chart)
        .ifPresent(file -> write(Kind.PICTURE.complete(file), picture::bytes));
  }

  @Override
  public void exportDrawing(String chart, String svg) {
    picker
        .save(Kind.DRAWING, document.fileName() + " " + chart)
        .ifPresent(
            file -> write(Kind.DRAWING.complete(file), () -> svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void copied() {
    notices.show(Notice.passing(text.say("report.copied")));
  }

  @Override
  public void exportNumbers(String chart, Function<Text, ChartTable> numbers) {
    ChartTable named = numbers.apply(Text.english());
    picker
        .save(Kind.NUMBERS, document.fileName() + " " + chart)
        .ifPresent(
            file ->
                write(
                    Kind.NUMBERS.complete(file),
                    () -> named.csv().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void exportFile(String chart, Kind kind, Supplier<byte[]> content) {
    picker
        .save(kind, document.fileName() + " " + chart)
        .ifPresent(file -> write(kind.complete(file), content));
  }

  private Report report() {
    Optional<Observation> seen = workbench.observation();
    Experiment experiment = seen.map(Observation::experiment).orElse(workbench.experiment());
    return new Report(
        experiment.name().isBlank() ? document.fileName() : experiment.name(),
        experiment,
        seen,
        workbench.pair().map(RunPair::a),
        seen.flatMap(shown -> charts.map(each -> each.draw(shown))).orElse(List.of()),
        PyTorchScript.slide(experiment).text());
  }

  private void askToReplace(Path folder) {
    dialogs.show(
        Dialog.question(
            text,
            text.say("report.replace.title", "script", PyTorchExport.SCRIPT),
            text.say("report.replace.text", "folder", folder.toString()),
            new Answer(
                "replace",
                text.say("report.replace.yes"),
                Emphasis.PLAIN,
                () -> writeCode(folder))));
  }

  private void writeCode(Path folder) {
    Experiment experiment = workbench.experiment();
    tasks.run(
        () -> {
          PyTorchExport.write(experiment, folder);
          return folder.resolve(PyTorchExport.SCRIPT);
        },
        script ->
            notices.show(
                Notice.passing(text.say("report.exported.code", "script", script.toString()))),
        trouble -> dialogs.show(Troubles.saving(text, folder, trouble)));
  }

  private void write(Path file, Supplier<byte[]> content) {
    tasks.run(
        () -> {
          byte[] bytes = content.get();
          WholeFile.write(file, out -> out.write(bytes));
          return file;
        },
        written ->
            notices.show(Notice.passing(text.say("report.exported", "file", written.toString()))),
        trouble -> dialogs.show(Troubles.saving(text, file, trouble)));
  }
}
