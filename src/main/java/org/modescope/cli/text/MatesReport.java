package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Changed;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.Mates.Size;
import org.modescope.measure.RowAnswers;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// One row in changing company, for people to read.
public record MatesReport(Mates seen) {
  private static final Text TEXT = Text.english();

  public void print(PrintStream out) {
    out.println(
        say(
            seen.isComplete() ? "title.done" : "title.stopped",
            "name",
            Title.of(seen.experiment()),
            "row",
            row(),
            "companies",
            seen.asked().met(),
            "rows",
            seen.asked().rows()));
    out.println();
    answers(out);
    out.println();
    sizes(out);
    if (!seen.left().isEmpty()) {
      out.println(say("left", "first", seen.left().getFirst()));
    }
    out.println(say("asleep"));
  }

  private void answers(PrintStream out) {
    TextTable table =
        new TextTable(
            TextTable.Column.words(say("column.mode")),
            TextTable.Column.words(say("column.answers")),
            TextTable.Column.numbers(say("column.sd")),
            TextTable.Column.numbers(say("column.output")),
            TextTable.Column.numbers(say("column.mean")),
            TextTable.Column.numbers(say("column.low")),
            TextTable.Column.numbers(say("column.high")));
    add(table, "train", seen.train());
    add(table, "eval", seen.eval());
    seen.asked()
        .change()
        .ifPresent(
            change -> {
              String factor = TEXT.numbers().plain(change.factor());
              String with =
                  say("outlier", "mate", change.mateAmong(seen.asked().rows()), "factor", factor);
              add(table, "train" + with, seen.changed().map(Changed::train));
              add(table, "eval" + with, seen.changed().map(Changed::eval));
            });
    table.print(out);
  }

  /// One line about the output that moves most.
  private void add(TextTable table, String mode, Optional<RowAnswers> given) {
    if (given.isEmpty() || given.get().companies() == 0) {
      table.add(mode, say("refused"), "", "", "", "", "");
      return;
    }
    RowAnswers answers = given.get();
    int output = seen.train().map(RowAnswers::moving).orElse(0);
    float[] numbers = answers.of(output);
    Arrays.sort(numbers);
    Numbers written = TEXT.numbers();
    table.add(
        mode,
        answers.identical()
            ? say("answers.identical")
            : say("answers.different", "count", answers.distinct()),
        written.listed(answers.deviation()[output]),
        String.format(Locale.ROOT, "%d", output),
        written.listed(answers.mean()[output]),
        written.listed(numbers[0]),
        written.listed(numbers[numbers.length - 1]));
  }

  private void sizes(PrintStream out) {
    TextTable table =
        new TextTable(
            TextTable.Column.numbers(say("column.rows")),
            TextTable.Column.numbers(say("column.train")),
            TextTable.Column.numbers(say("column.eval")),
            TextTable.Column.words(say("column.refused")));
    for (Size size : seen.sizes()) {
      table.add(
          TEXT.numbers().count(size.rows()),
          size.meanTrain().map(TEXT.numbers()::listed).orElse(""),
          size.meanEval().map(TEXT.numbers()::listed).orElse(""),
          size.refused().orElse(""));
    }
    table.print(out);
  }

  private int row() {
    return seen.focus().map(Focus::row).orElse(0);
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.mates." + key, values);
  }
}
