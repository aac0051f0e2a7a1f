package org.modescope.lesson.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.CellsProperty;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.condition.ConditionException;
import org.modescope.lesson.condition.Measures;
import org.modescope.lesson.condition.Value;
import org.modescope.measure.Comparison;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.OutputVariance;
import org.modescope.words.Phrase;

/// Whether a prediction is right, by what was measured.
public final class Scores {
  private static final double ENOUGH_OVERLAP = 0.5;

  private Scores() {}

  /// The index of the choice that is right.
  ///
  /// @throws ConditionException if none is, or a measure is missing: the lesson's check would have
  ///   said so
  public static int rightChoice(List<Choice> choices, Measures measures) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).right().filter(each -> each.condition().holds(measures)).isPresent()) {
        return i;
      }
    }
    throw new ConditionException(Phrase.of("lesson.check.no-choice-right"));
  }

  /// The cells that show something.
  public static Set<Prediction.Cell> cells(CellsProperty property, Measured measured) {
    Set<Prediction.Cell> cells = new LinkedHashSet<>();
    measured
        .cells()
        .ifPresent(
            comparison ->
                comparison.cells().stream()
                    .filter(cell -> shows(cell, property))
                    .map(cell -> new Prediction.Cell(cell.mode(), cell.gradMode()))
                    .forEach(cells::add));
    return cells;
  }

  private static boolean shows(Comparison.Cell cell, CellsProperty property) {
    return switch (property) {
      case VARIES -> !cell.seen().output().map(OutputVariance::identical).orElse(true);
      case DRIFTS -> cell.movedStatistics();
      case HOLDS -> cell.seen().memory().map(GraphMemory::packedBytes).orElse(0L) > 0;
    };
  }

  /// How the first output's values spread, in the bins that are sketched in; empty if there are
  /// none.
  public static List<Integer> spread(Measured measured) {
    return measured.seen().output().map(output -> Spread.of(output).counts()).orElse(List.of());
  }

  /// Whether a prediction is right.
  public static boolean isRight(
      Answer answer, Prediction prediction, Measured measured, Measures measures) {
    return switch (answer) {
      case Answer.Choices(List<Choice> choices) ->
          prediction instanceof Prediction.Chosen(int choice)
              && choice == rightChoice(choices, measures);
      case Answer.Number number ->
          prediction instanceof Prediction.Estimated(double estimated)
              && isNear(estimated, number, measures);
      case Answer.Cells(CellsProperty property) ->
          prediction instanceof Prediction.Marked(Set<Prediction.Cell> marked)
              && marked.equals(cells(property, measured));
      case Answer.Spread _ ->
          prediction instanceof Prediction.Sketched(List<Integer> bins)
              && measured.seen().output().isPresent()
              && Spread.of(measured.seen().output().get()).overlap(bins) >= ENOUGH_OVERLAP;
    };
  }

  private static boolean isNear(double estimated, Answer.Number number, Measures measures) {
    return number.measure().condition().evaluate(measures) instanceof Value.Amount(double is)
        && Math.abs(estimated - is) <= number.tolerance() * Math.abs(is);
  }
}
