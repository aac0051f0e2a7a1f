package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.words.Text;

/// A trace, for people to read: of each stage its shape, its mean, how far it spreads and its first
/// numbers.
///
/// @param experiment what was run
public record TraceReport(Experiment experiment, LayerTrace trace) {
  private static final Text TEXT = Text.english();
  private static final int FIRST = 4;

  public void print(PrintStream out) {
    out.println(
        say(
            "title",
            "name",
            Title.of(experiment),
            "layer",
            trace.layer(),
            "type",
            trace.spec().type().torchName(),
            "pass",
            trace.pass(),
            "mode",
            trace.mode().key(),
            "gradMode",
            trace.gradMode().key()));
    out.println();
    TextTable table =
        new TextTable(
            TextTable.Column.words(say("column.stage")),
            TextTable.Column.words(say("column.shape")),
            TextTable.Column.numbers(say("column.mean")),
            TextTable.Column.numbers(say("column.deviation")),
            TextTable.Column.words(say("column.first")));
    trace.stages().forEach(stage -> add(stage, table));
    table.print(out);
    out.println();
    trace
        .counter()
        .ifPresent(
            count -> out.println(say("counter", "before", count.before(), "after", count.after())));
    trace
        .otherRefusal()
        .ifPresent(message -> out.println(say("other-refused", "message", message)));
    out.println(trace.saved().isEmpty() ? say("saved.none") : say("saved", "saved", saved()));
  }

  private static void add(Stage stage, TextTable table) {
    float[] values = stage.values();
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double square =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .average()
            .orElse(0);
    String first =
        IntStream.range(0, Math.min(FIRST, values.length))
            .mapToObj(i -> TEXT.numbers().figure(values[i]))
            .collect(Collectors.joining("  "));
    table.add(
        stage.name(),
        stage.shape().toString(),
        TEXT.numbers().figure(mean),
        TEXT.numbers().figure(Math.sqrt(square)),
        values.length > FIRST ? first + "  …" : first);
  }

  private String saved() {
    return trace.saved().stream().map(TraceReport::saved).collect(Collectors.joining(", "));
  }

  private static String saved(GraphMemory.Saved saved) {
    return say(
        "saved.one",
        "name",
        saved.name(),
        "shape",
        saved.shape().toString(),
        "bytes",
        TEXT.numbers().count(saved.bytes()));
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.trace." + key, values);
  }
}
