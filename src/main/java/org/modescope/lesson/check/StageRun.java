package org.modescope.lesson.check;

import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Block;
import org.modescope.lesson.Part;
import org.modescope.lesson.condition.Expression;
import org.modescope.lesson.condition.Template;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation;
import org.modescope.run.DirectBench;
import org.modescope.run.SixCells;

/// Makes the runs of stages on the caller's thread.
public final class StageRun {
  private StageRun() {}

  /// What a stage shows.
  public static Measured measure(Stage stage, BooleanSupplier stopped) {
    try (DirectBench bench = new DirectBench()) {
      Observation seen = bench.perform(stage.job(), stopped);
      Optional<Comparison> cells =
          asksForCells(stage)
              ? Optional.of(
                  SixCells.compare(
                      stage.experiment(), stage.experiment().passes(), _ -> {}, stopped))
              : Optional.empty();
      return new Measured(seen, cells);
    }
  }

  /// Whether anything in a stage can be answered only by running all six cells.
  public static boolean asksForCells(Stage stage) {
    boolean isQuestion =
        stage.question().map(Part.Question::answer).filter(StageRun::asksForCells).isPresent();
    return isQuestion || stage.parts().stream().anyMatch(StageRun::asksForCells);
  }

  private static boolean asksForCells(Answer answer) {
    return switch (answer) {
      case Answer.Cells _ -> true;
      case Answer.Choices(var choices) ->
          choices.stream()
              .flatMap(choice -> choice.right().stream())
              .anyMatch(right -> asksForCells(right.condition()));
      case Answer.Number number -> asksForCells(number.measure().condition());
      case Answer.Spread _ -> false;
    };
  }

  private static boolean asksForCells(Part part) {
    return switch (part) {
      case Part.Claim claim ->
          claim.statements().stream().anyMatch(each -> asksForCells(each.condition()));
      case Part.Prose(int _, Block block) -> asksForCells(block);
      case Part.Question _, Part.Change _, Part.Remember _ -> false;
    };
  }

  private static boolean asksForCells(Block block) {
    return switch (block) {
      case Block.Paragraph(var runs) ->
          runs.stream()
              .flatMap(run -> run.words().parts().stream())
              .anyMatch(
                  part -> part instanceof Template.Place place && asksForCells(place.expression()));
      case Block.Items(var paragraphs) -> paragraphs.stream().anyMatch(StageRun::asksForCells);
    };
  }

  private static boolean asksForCells(Expression expression) {
    SequencedSet<String> names = expression.names();
    return names.stream().anyMatch(LessonMeasures::asksForCells);
  }
}
