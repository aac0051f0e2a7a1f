package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.modescope.cli.result.RunResult;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.words.Findings;
import org.modescope.words.Text;
import org.modescope.words.Told;

/// A run, for people to read.
public record RunReport(RunResult result, int columns) {
  private static final Text TEXT = Text.english();
  private static final int LABEL = 16;

  /// More layers than these are counted, not listed.
  private static final int FEW = 4;

  private static final double NANOS_PER_MILLI = 1e6;

  public void print(PrintStream out) {
    Observation seen = result.seen();
    out.println(title(seen));
    out.println();
    line(out, "output", seen.output().map(RunReport::output).orElse(say("none")));
    line(out, "statistics", statistics(seen));
    line(out, "graph", seen.memory().map(RunReport::graph).orElse(say("none")));
    line(out, "time", time(seen.progress()));
    switch (seen.attributionStatus()) {
      case MEASURED -> line(out, "cause", attribution(seen));
      case TOO_LARGE -> line(out, "cause", say("cause.too-large"));
      case NONE, TO_COME, STOPPED -> {
        // There is nothing to tell, or nothing yet.
      }
    }
    List<Told> findings = Findings.told(seen, TEXT);
    if (!findings.isEmpty()) {
      out.println();
    }
    for (Told finding : findings) {
      Paragraph.lines("- ", "  ", finding.text(), columns).forEach(out::println);
    }
  }

  private static String title(Observation seen) {
    Experiment experiment = seen.experiment();
    Observation.Progress progress = seen.progress();
    return say(
        progress.done() == progress.asked() ? "title.done" : "title.stopped",
        "name",
        Title.of(experiment),
        "passes",
        progress.done(),
        "asked",
        progress.asked(),
        "shape",
        experiment.input().shape().toString(),
        "mode",
        experiment.mode().key(),
        "gradMode",
        experiment.gradMode().key());
  }

  private void line(PrintStream out, String what, String told) {
    String label = say("label." + what);
    String first = label + " ".repeat(Math.max(1, LABEL - label.length()));
    Paragraph.lines(first, " ".repeat(LABEL), told, columns).forEach(out::println);
  }

  private static String output(OutputVariance output) {
    return say(
        "output." + agreement(output),
        "shape",
        output.shape().toString(),
        "outputs",
        output.distinct(),
        "largest",
        TEXT.numbers().listed(output.largestDeviation()),
        "mean",
        TEXT.numbers().listed(output.meanDeviation()));
  }

  private static String agreement(OutputVariance output) {
    if (output.passes() == 1) {
      return "one-pass";
    }
    if (output.identical()) {
      return "identical";
    }
    return output.distinct() >= OutputVariance.DISTINCT_LIMIT ? "at-least" : "different";
  }

  /// Which layers moved their statistics. Those whose statistics were not traced are not denied.
  private String statistics(Observation seen) {
    List<RunningStatistics> moved =
        seen.statistics().stream().filter(RunningStatistics::moved).toList();
    if (!moved.isEmpty()) {
      return moved(moved);
    }
    if (result.movedStatistics()) {
      return say("statistics.moved-untraced");
    }
    return keepsStatistics(seen.experiment())
        ? say("statistics.did-not-move")
        : say("statistics.none");
  }

  private static boolean keepsStatistics(Experiment experiment) {
    return PlacedLayer.of(experiment).stream()
        .map(layer -> layer.spec().arguments().get("track_running_stats"))
        .anyMatch(Boolean.TRUE::equals);
  }

  private static String moved(List<RunningStatistics> moved) {
    long most = moved.stream().mapToLong(RunningStatistics::batchesTracked).max().orElse(0);
    List<String> names =
        new ArrayList<>(moved.stream().map(RunningStatistics::layer).limit(FEW).toList());
    return moved.size() > FEW
        ? say(
            "statistics.moved-many",
            "layers",
            moved.size(),
            "first",
            names.getFirst(),
            "count",
            most)
        : say("statistics.moved", "layers", String.join(", ", names), "count", most);
  }

  private static String graph(GraphMemory graph) {
    return graph.recorded()
        ? say(
            "memory.recorded",
            "packed",
            graph.packedBytes(),
            "unique",
            graph.uniqueBytes(),
            "extra",
            graph.extraBytes(),
            "held",
            graph.heldBytes())
        : say("memory.none");
  }

  private static String time(Observation.Progress progress) {
    return say(
        "time",
        "millis",
        TEXT.numbers().listed(progress.elapsedNanos() / NANOS_PER_MILLI),
        "rate",
        TEXT.numbers().listed(progress.passesPerSecond()));
  }

  private static String attribution(Observation seen) {
    return String.join(
        ", ",
        seen.attribution().stream()
            .map(
                cause ->
                    say(
                        "cause.share",
                        "layer",
                        cause.layer(),
                        "share",
                        TEXT.numbers().percent(cause.share())))
            .toList());
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.run." + key, values);
  }
}
