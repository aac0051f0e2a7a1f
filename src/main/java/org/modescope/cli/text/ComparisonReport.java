package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.modescope.autograd.GradMode;
import org.modescope.cli.result.ComparisonResult;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// A comparison, for people to read.
public record ComparisonReport(ComparisonResult result) {
  private static final Text TEXT = Text.english();
  private static final int MOST_ROWS = 8;

  public void print(PrintStream out) {
    out.println(title());
    out.println();
    TextTable table =
        new TextTable(
            TextTable.Column.words(say("column.mode")),
            TextTable.Column.words(say("column.grad")),
            TextTable.Column.words(say("column.outputs")),
            TextTable.Column.numbers(say("column.deviation")),
            TextTable.Column.words(say("column.statistics")),
            TextTable.Column.numbers(say("column.packed")),
            TextTable.Column.numbers(say("column.unique")),
            TextTable.Column.numbers(say("column.extra")),
            TextTable.Column.numbers(say("column.apart")),
            TextTable.Column.words(say("column.backward")));
    result.comparison().cells().forEach(cell -> add(cell, table));
    table.print(out);
    out.println();
    out.println(say("bytes"));
    out.println(say("apart"));
    result.comparison().cells().stream()
        .filter(cell -> cell.mode() == Mode.EVAL && cell.gradMode() == GradMode.GRAD)
        .flatMap(cell -> cell.apart().stream())
        .filter(apart -> apart.largest() > 0 && apart.rows().size() > 1)
        .forEach(apart -> out.println(rows(apart)));
    result.comparison().cells().stream()
        .filter(cell -> cell.seen().refusal().isEmpty())
        .flatMap(cell -> cell.backward().stream())
        .mapMulti(ComparisonReport::raised)
        .distinct()
        .forEach(message -> out.println(say("raised", "message", message)));
  }

  /// How far eval's answer is from train's, row by row; the farthest where there are many.
  private static String rows(Apart apart) {
    List<String> distances = apart.rows().stream().map(row -> TEXT.numbers().listed(row)).toList();
    return distances.size() <= MOST_ROWS
        ? say("rows", "distances", String.join(", ", distances))
        : say(
            "farthest",
            "row",
            apart.rows().indexOf(apart.largest()),
            "distance",
            TEXT.numbers().listed(apart.largest()),
            "nearest",
            TEXT.numbers().listed(Collections.min(apart.rows())));
  }

  private String title() {
    return say(
        result.complete() ? "title.done" : "title.stopped",
        "name",
        Title.of(result.experiment()),
        "passes",
        result.experiment().passes(),
        "shape",
        result.experiment().input().shape().toString());
  }

  private static void add(Cell cell, TextTable table) {
    Observation seen = cell.seen();
    String mode = cell.mode().key();
    String gradMode = cell.gradMode().key();
    if (seen.refusal().isPresent()) {
      table.add(mode, gradMode, say("refused"), "", "", "", "", "", "", "");
      return;
    }
    table.add(
        mode,
        gradMode,
        seen.output().map(ComparisonReport::varied).orElse(""),
        seen.output().map(output -> TEXT.numbers().listed(output.largestDeviation())).orElse(""),
        moved(cell),
        bytes(seen.memory().map(GraphMemory::packedBytes)),
        bytes(seen.memory().map(GraphMemory::uniqueBytes)),
        bytes(seen.memory().map(GraphMemory::extraBytes)),
        cell.apart().map(apart -> TEXT.numbers().listed(apart.largest())).orElse(""),
        cell.backward().map(ComparisonReport::backward).orElse(""));
  }

  private static String varied(OutputVariance output) {
    return output.identical()
        ? say("outputs.identical")
        : say("outputs.different", "count", output.distinct());
  }

  private static String moved(Cell cell) {
    boolean isTraced = !cell.seen().statistics().isEmpty();
    if (!isTraced) {
      return cell.movedStatistics() ? say("statistics.moved-untraced") : say("statistics.none");
    }
    long counted =
        cell.seen().statistics().stream()
            .mapToLong(ComparisonReport::batchesCounted)
            .max()
            .orElse(0);
    return say(cell.movedStatistics() ? "statistics.moved" : "statistics.still", "count", counted);
  }

  private static long batchesCounted(RunningStatistics layer) {
    return layer.batchesTracked() - layer.batchesTrackedBefore();
  }

  private static String backward(Backward backward) {
    return switch (backward) {
      case Backward.Works _ -> say("backward.works");
      case Backward.Raises _ -> say("backward.raises");
    };
  }

  private static void raised(Backward backward, Consumer<String> messages) {
    if (backward instanceof Backward.Raises(String message)) {
      messages.accept(message);
    }
  }

  private static String bytes(Optional<Long> count) {
    return count.map(TEXT.numbers()::count).orElse("");
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.compare." + key, values);
  }
}
