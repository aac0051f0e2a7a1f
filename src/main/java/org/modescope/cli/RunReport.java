package org.modescope.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.words.Finding;
import org.modescope.words.Findings;

/// A run, for people to read.
record RunReport(RunResult result, int columns) {
  private static final int LABEL = 16;

  /// More layers than these are counted, not listed.
  private static final int FEW = 4;

  private static final double NANOS_PER_MILLI = 1e6;

  void print(PrintStream out) {
    Observation seen = result.seen();
    out.println(title(seen));
    out.println();
    line(out, "output", seen.output().map(RunReport::outputWords).orElse("none"));
    line(out, "running stats", statisticsWords(seen.statistics()));
    line(out, "graph", seen.memory().map(RunReport::graphWords).orElse("none"));
    line(out, "time", timeWords(seen.progress()));
    attributionWords(seen).ifPresent(words -> line(out, "caused by", words));
    List<Finding> findings = Findings.of(seen);
    if (!findings.isEmpty()) {
      out.println();
    }
    for (Finding finding : findings) {
      Paragraph.lines("- ", "  ", finding.text(), columns).forEach(out::println);
    }
  }

  private String title(Observation seen) {
    Experiment experiment = seen.experiment();
    Observation.Progress progress = seen.progress();
    String made =
        progress.done() == progress.asked()
            ? count(progress.done(), "pass", "passes")
            : "stopped after %s of %,d"
                .formatted(count(progress.done(), "pass", "passes"), progress.asked());
    return "%s: %s of %s, mode %s, %s"
        .formatted(
            Title.of(experiment),
            made,
            experiment.input().shape(),
            experiment.mode().key(),
            experiment.gradMode().key());
  }

  private void line(PrintStream out, String label, String text) {
    String first = label + " ".repeat(LABEL - label.length());
    Paragraph.lines(first, " ".repeat(LABEL), text, columns).forEach(out::println);
  }

  private static String outputWords(OutputVariance output) {
    String varied =
        output.passes() == 1
            ? "one pass, nothing to compare"
            : output.identical()
                ? "identical on every pass, bit for bit"
                : "%s; standard deviation up to %s, %s on average"
                    .formatted(
                        distinct(output),
                        number(output.largestDeviation()),
                        number(output.meanDeviation()));
    return "%s; %s".formatted(output.shape(), varied);
  }

  private static String distinct(OutputVariance output) {
    return output.distinct() >= OutputVariance.DISTINCT_LIMIT
        ? "at least %,d different outputs".formatted(OutputVariance.DISTINCT_LIMIT)
        : count(output.distinct(), "different output", "different outputs");
  }

  private String statisticsWords(List<RunningStatistics> statistics) {
    if (statistics.isEmpty()) {
      return "none";
    }
    List<RunningStatistics> moved = statistics.stream().filter(RunningStatistics::moved).toList();
    if (moved.isEmpty()) {
      return "did not move";
    }
    long most = moved.stream().mapToLong(RunningStatistics::batchesTracked).max().orElse(0);
    String layers =
        moved.size() > FEW
            ? "%d layers, %s the first".formatted(moved.size(), moved.getFirst().layer())
            : moved.stream().map(RunningStatistics::layer).collect(Collectors.joining(", "));
    return "moved in %s; num_batches_tracked is %,d".formatted(layers, most);
  }

  private static String graphWords(GraphMemory graph) {
    if (!graph.recorded()) {
      return "none recorded: nothing is kept for backward";
    }
    return "%,d bytes kept for backward (packed); %,d with each storage once (unique); %,d without parameters, buffers and the input (extra); %,d measured"
        .formatted(graph.packedBytes(), graph.uniqueBytes(), graph.extraBytes(), graph.heldBytes());
  }

  private static String timeWords(Observation.Progress progress) {
    return "%s ms, %s passes per second"
        .formatted(
            number(progress.elapsedNanos() / NANOS_PER_MILLI), number(progress.passesPerSecond()));
  }

  private static Optional<String> attributionWords(Observation seen) {
    return switch (seen.attributionStatus()) {
      case NONE, TO_COME -> Optional.empty();
      case MEASURED -> Optional.of(shares(seen));
      case TOO_LARGE -> Optional.of("not measured, the net is too large for that");
      case STOPPED -> Optional.of("not measured, stopped before");
    };
  }

  private static String shares(Observation seen) {
    return seen.attribution().stream()
        .map(cause -> String.format(Locale.ROOT, "%s %.0f %%", cause.layer(), 100 * cause.share()))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String count(int number, String one, String many) {
    return "%,d %s".formatted(number, number == 1 ? one : many);
  }
}
