package org.modescope.ui.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.RunPair;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Drawing;
import org.modescope.words.Findings;
import org.modescope.words.Language;
import org.modescope.words.PairReading;
import org.modescope.words.PairTable;
import org.modescope.words.PresetWords;
import org.modescope.words.Reading;
import org.modescope.words.Text;
import org.modescope.words.Told;

/// Writes a report as one web page that needs no other file: what was run, what was measured, what
/// it means. It prints well.
final class ReportPage {
  private static final int MOST_ROWS = 256;
  private static final String STYLE = "/org/modescope/ui/report/report.css";

  private final Report report;
  private final Text text;
  private final Html html = new Html();

  private ReportPage(Report report, Text text) {
    this.report = report;
    this.text = text;
  }

  /// The page in a language.
  static String of(Report report, Text text) {
    return new ReportPage(report, text).write();
  }

  private String write() {
    Experiment experiment = report.experiment();
    html.raw("<!DOCTYPE html>")
        .raw(
            "<html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">"
                .formatted(text.language().tag(), direction(text.language())));
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", text.say("report.page", "name", report.name()));
    html.raw("<style>" + colors() + style() + "</style></head><body><main>");
    html.element("p class=\"brand\"", text.say("report.brand"));
    html.element("h1", report.name());
    if (!experiment.note().isBlank()) {
      html.element("p class=\"note\"", PresetWords.note(experiment, text));
    }
    report.observation().ifPresentOrElse(this::results, this::noResults);
    report.pinned().ifPresent(this::writeA);
    writeExperiment(heading("report.experiment", "report.experiment.b"), experiment);
    html.element("h2", heading("report.code", "report.code.b")).element("pre", report.code());
    html.raw("</main></body></html>");
    return html.toString();
  }

  private static String direction(Language language) {
    return switch (language.direction()) {
      case LEFT_TO_RIGHT -> "ltr";
      case RIGHT_TO_LEFT -> "rtl";
    };
  }

  /// The charts' colours in either theme: the reader's choice decides.
  private static String colors() {
    return ":root{%s}@media screen and (prefers-color-scheme:dark){:root{%s}}"
        .formatted(
            Drawing.declarations(ChartPalette.light()), Drawing.declarations(ChartPalette.dark()));
  }

  private static String style() {
    try (InputStream sheet = ReportPage.class.getResourceAsStream(STYLE)) {
      return new String(
          Objects.requireNonNull(sheet, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + STYLE, broken);
    }
  }

  /// A heading, which says that B is meant where there are two runs.
  private String heading(String alone, String ofB) {
    return text.say(report.pinned().isPresent() ? ofB : alone);
  }

  private void writeA(Observation a) {
    writeExperiment(text.say("report.experiment.a"), a.experiment());
    html.element("h2", text.say("report.code.a"))
        .element("pre", PyTorchScript.slide(a.experiment()).text());
  }

  private void compare(RunPair pair) {
    PairReading reading = PairReading.of(pair, text);
    html.raw("<section class=\"reading pair\">")
        .element("p class=\"headline\"", reading.headline());
    html.element("p", reading.detail());
    html.table(
        List.of(
            "",
            text.say("pair.column.a"),
            text.say("pair.column.b"),
            text.say("pair.column.difference")),
        new PairTable(pair, text)
            .rows().stream()
                .map(row -> List.of(row.name(), row.a(), row.b(), row.difference()))
                .toList());
    html.raw("</section>");
  }

  private void results(Observation seen) {
    report.pair().ifPresent(this::compare);
    if (seen.progress().status() == Status.STOPPED) {
      html.element(
          "p class=\"note\"",
          text.say(
              "report.stopped", "done", seen.progress().done(), "asked", seen.progress().asked()));
    }
    report.pinned().ifPresent(a -> reading(a, text.say("report.reading.a")));
    reading(seen, report.pinned().isPresent() ? text.say("report.reading.b") : "");
    numbers(seen);
    findings(seen, heading("report.findings", "report.findings.b"));
    report.pinned().ifPresent(a -> findings(a, text.say("report.findings.a")));
    report.charts().forEach(this::chart);
  }

  private void reading(Observation seen, String title) {
    if (!title.isEmpty()) {
      html.element("h2", title);
    }
    Reading reading = Reading.of(seen, text);
    html.raw("<section class=\"reading\">").element("p class=\"headline\"", reading.headline());
    seen.refusal()
        .ifPresent(refusal -> html.element("pre", refusal.errorType() + ": " + refusal.message()));
    html.element("p", reading.detail()).raw("</section>");
  }

  /// Of two runs both columns: the first is A's.
  private void numbers(Observation seen) {
    ReportNumbers numbers = new ReportNumbers(text);
    html.element("h2", text.say("report.numbers"));
    if (report.pinned().isEmpty()) {
      html.table(List.of(), numbers.of(seen));
      return;
    }
    html.table(
        List.of("", text.say("pair.column.a"), text.say("pair.column.b")),
        ReportNumbers.beside(numbers.of(report.pinned().get()), numbers.of(seen)));
  }

  private void findings(Observation seen, String title) {
    List<Told> findings = Findings.told(seen, text);
    if (!findings.isEmpty()) {
      html.element("h2", title).raw("<ul>");
      findings.forEach(finding -> html.element("li", finding.text()));
      html.raw("</ul>");
    }
  }

  private void noResults() {
    html.element("p", text.say("report.unrun"));
  }

  private void chart(ReportChart chart) {
    html.raw("<figure>").element("h2", chart.title());
    html.element("p class=\"value\"", chart.words().headline());
    html.raw(chart.drawing());
    html.element("figcaption", chart.words().sentence());
    List<List<ChartTable.Cell>> rows = chart.numbers().rows();
    if (!rows.isEmpty()) {
      String summary =
          rows.size() > MOST_ROWS
              ? text.say("report.rows.first", "count", MOST_ROWS, "all", rows.size())
              : text.say("report.rows.all");
      html.raw("<details>").element("summary", summary);
      html.table(chart.numbers().header(), shown(rows));
      html.raw("</details>");
    }
    html.raw("</figure>");
  }

  private List<List<String>> shown(List<List<ChartTable.Cell>> rows) {
    return rows.stream()
        .limit(MOST_ROWS)
        .map(row -> row.stream().map(cell -> cell.shown(text.numbers())).toList())
        .toList();
  }

  private void writeExperiment(String title, Experiment experiment) {
    html.element("h2", title);
    html.table(
        List.of(),
        List.of(
            List.of(text.say("report.mode"), experiment.mode().key()),
            List.of(text.say("report.autograd"), experiment.gradMode().key()),
            List.of(text.say("report.passes"), text.numbers().count(experiment.passes())),
            List.of(text.say("report.seed"), Long.toString(experiment.seed())),
            List.of(text.say("report.input"), experiment.input().shape().toString())));
    List<List<String>> layers = new ArrayList<>();
    addLayers(layers, experiment.network(), "");
    html.table(
        List.of(
            text.say("report.layer"),
            text.say("report.type"),
            text.say("report.arguments"),
            text.say("report.switches")),
        layers);
  }

  private void addLayers(List<List<String>> rows, List<LayerSpec> network, String prefix) {
    for (LayerSpec layer : network) {
      rows.add(
          List.of(
              prefix + layer.name(),
              layer.type().torchName(),
              layer.type().isContainer() ? "" : arguments(layer.arguments()),
              switches(layer)));
      addLayers(rows, layer.children(), prefix + layer.name() + ".");
    }
  }

  private static String arguments(Map<String, @Nullable Object> arguments) {
    return arguments.entrySet().stream()
        .map(each -> each.getKey() + "=" + python(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String python(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean flag -> flag ? "True" : "False";
      case Double number -> Double.toString(number).replaceFirst("(\\.0)?E", "e");
      case List<?> sizes ->
          sizes.stream().map(ReportPage::python).collect(Collectors.joining(", ", "(", ")"));
      default -> value.toString();
    };
  }

  private String switches(LayerSpec layer) {
    Optional<String> mode = layer.mode().map(own -> text.say("report.always", "mode", own.key()));
    String frozen = layer.requiresGrad() ? "" : text.say("report.frozen");
    return Stream.of(mode.orElse(""), frozen)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
