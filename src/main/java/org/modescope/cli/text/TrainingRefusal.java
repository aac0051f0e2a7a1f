package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.modescope.measure.Refusal;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.RefusedStep;
import org.modescope.words.Text;

/// What is said when a training is refused: as of a pass, and at which step that was.
///
/// @param course one that was refused
public record TrainingRefusal(TrainingCourse course) {
  /// As many rows as can be read on a line.
  private static final int MOST_ROWS = 8;

  public void print(PrintStream err) {
    Refusal refusal = course.refusal().orElseThrow();
    new RefusalText(course.experiment(), refusal).print(err);
    // What backward refuses is wrong on any batch.
    course
        .refusedStep()
        .filter(_ -> !refusal.layer().equals("backward"))
        .ifPresent(step -> err.println(place(step)));
  }

  private static String place(RefusedStep step) {
    Text text = Text.english();
    int[] rows = step.rows();
    String listed =
        Arrays.stream(rows)
            .limit(MOST_ROWS)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return text.say(
        step.isLastBatch() ? "cli.train.refused.last-batch" : "cli.train.refused.batch",
        "step",
        step.stepOfEpoch(),
        "epoch",
        step.epoch(),
        "count",
        rows.length,
        "rows",
        rows.length > MOST_ROWS ? listed + ", …" : listed);
  }
}
