package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.StepMemory;
import org.modescope.measure.StepMemory.Moment;
import org.modescope.measure.StepMemory.Phase;
import org.modescope.measure.TrainingCourse;
import org.modescope.words.Text;

/// What a training held in memory: its loop from step to step, and one step from moment to moment.
record HeldReport(TrainingCourse course, int columns) {
  private static final Text TEXT = Text.english();

  /// Of a step with more moments than these the last of each line of the loop are listed.
  private static final int MOST_ROWS = 24;

  void print(PrintStream out) {
    if (course.held().count() > 0) {
      out.println();
      Paragraph.lines("", "", held(course.held()), columns).forEach(out::println);
    }
    course
        .stepMemory()
        .ifPresent(
            memory -> {
              out.println();
              out.println(say("memory", "step", memory.step()));
              table(memory).print(out);
              memory
                  .peak()
                  .map(HeldReport::peak)
                  .ifPresent(told -> Paragraph.lines("", "", told, columns).forEach(out::println));
            });
  }

  private static String held(HeldMemory held) {
    return say(
        "held",
        "training",
        TEXT.numbers().count(held.mostInTraining()),
        "nodes",
        held.mostNodesInTraining(),
        "validation",
        TEXT.numbers().count(held.mostInValidation()));
  }

  private static TextTable table(StepMemory memory) {
    TextTable table =
        new TextTable(
            TextTable.Column.words(say("column.line")),
            TextTable.Column.words(say("column.where")),
            TextTable.Column.numbers(say("column.saved")),
            TextTable.Column.numbers(say("column.gradients")),
            TextTable.Column.numbers(say("column.optimizer")),
            TextTable.Column.numbers(say("column.allocated")));
    for (Moment moment : listed(memory)) {
      table.add(
          line(moment.phase()),
          moment.operation().isEmpty() ? moment.layer() : moment.operation(),
          TEXT.numbers().count(moment.savedBytes()),
          TEXT.numbers().count(moment.gradientBytes()),
          TEXT.numbers().count(moment.optimizerBytes()),
          TEXT.numbers().count(moment.allocatedBytes()));
    }
    return table;
  }

  private static List<Moment> listed(StepMemory memory) {
    return memory.moments().size() <= MOST_ROWS
        ? memory.moments()
        : Stream.of(Phase.values()).flatMap(phase -> memory.last(phase).stream()).toList();
  }

  private static String peak(Moment most) {
    return say(
        "memory.peak",
        "bytes",
        TEXT.numbers().count(most.allocatedBytes()),
        "line",
        line(most.phase()),
        "where",
        most.operation().isEmpty() ? most.layer() : most.operation());
  }

  /// As the loop writes it.
  private static String line(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.train." + key, values);
  }
}
