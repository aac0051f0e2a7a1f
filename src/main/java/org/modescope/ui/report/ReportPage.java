package org.modescope.ui.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.measure.Observation;
import org.modescope.ui.instrument.Figure;
import org.modescope.words.Findings;
import org.modescope.words.Reading;
import org.modescope.words.Text;
import org.modescope.words.Told;

/// Writes a report as one web page that needs no other file: what was run, what was measured, what
/// it means. It prints well.
final class ReportPage {
  private static final int MOST_ROWS = 256;
  private static final String STYLE = "/org/modescope/ui/report/report.css";

  private final Report report;
  private final Html html = new Html();

  private ReportPage(Report report) {
    this.report = report;
  }

  /// The page's text.
  static String of(Report report) {
    return new ReportPage(report).write();
  }

  private String write() {
    Experiment experiment = report.experiment();
    html.raw("<!DOCTYPE html>").raw("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", report.name() + " — ModeScope");
    html.raw("<style>" + style() + "</style></head><body><main>");
    html.element("p class=\"brand\"", "ModeScope report");
    html.element("h1", report.name());
    if (!experiment.note().isBlank()) {
      html.element("p class=\"note\"", experiment.note());
    }
    report.observation().ifPresentOrElse(this::results, this::noResults);
    writeExperiment(experiment);
    html.element("h2", "PyTorch").element("pre", report.code());
    html.raw("</main></body></html>");
    return html.toString();
  }

  private static String style() {
    try (InputStream sheet = ReportPage.class.getResourceAsStream(STYLE)) {
      return new String(
          Objects.requireNonNull(sheet, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + STYLE, broken);
    }
  }

  private void results(Observation seen) {
    Reading reading = Reading.of(seen, Text.english());
    html.raw("<section class=\"reading\">").element("p class=\"headline\"", reading.headline());
    seen.refusal()
        .ifPresent(refusal -> html.element("pre", refusal.errorType() + ": " + refusal.message()));
    html.element("p", reading.detail()).raw("</section>");
    html.element("h2", "Numbers").table(List.of(), ReportNumbers.of(seen));
    List<Told> findings = Findings.told(seen, Text.english());
    if (!findings.isEmpty()) {
      html.element("h2", "Findings").raw("<ul>");
      findings.forEach(finding -> html.element("li", finding.text()));
      html.raw("</ul>");
    }
    report.charts().forEach(this::chart);
  }

  private void noResults() {
    html.element("p", "Nothing has been run yet.");
  }

  private void chart(ReportChart chart) {
    html.raw("<figure>").element("h2", chart.title());
    html.element("p class=\"value\"", chart.words().headline());
    html.raw(
        "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
            .formatted(
                Html.escape(chart.words().sentence()),
                Base64.getEncoder().encodeToString(chart.picture().bytes())));
    html.element("figcaption", chart.words().sentence());
    List<List<String>> rows = chart.numbers().rows();
    if (!rows.isEmpty()) {
      String shown =
          rows.size() > MOST_ROWS ? "the first %d rows".formatted(MOST_ROWS) : "all of them";
      html.raw("<details>").element("summary", "The numbers behind it, " + shown);
      html.table(chart.numbers().header(), rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
      html.raw("</details>");
    }
    html.raw("</figure>");
  }

  private void writeExperiment(Experiment experiment) {
    html.element("h2", "Experiment");
    html.table(
        List.of(),
        List.of(
            List.of("mode", experiment.mode().key()),
            List.of("autograd", experiment.gradMode().key()),
            List.of("passes", Figure.count(experiment.passes())),
            List.of("seed", Long.toString(experiment.seed())),
            List.of("input", experiment.input().shape().toString())));
    List<List<String>> layers = new ArrayList<>();
    addLayers(layers, experiment.network(), "");
    html.table(List.of("layer", "type", "arguments", "switches"), layers);
  }

  private static void addLayers(List<List<String>> rows, List<LayerSpec> network, String prefix) {
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
        .map(each -> each.getKey() + "=" + (each.getValue() == null ? "None" : each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String switches(LayerSpec layer) {
    Optional<String> mode = layer.mode().map(own -> "always " + own.key());
    String frozen = layer.requiresGrad() ? "" : "frozen";
    return mode.map(own -> frozen.isEmpty() ? own : own + ", " + frozen).orElse(frozen);
  }
}
