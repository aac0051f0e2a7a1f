package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modescope.autograd.GradMode;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.Prediction.Cell;
import org.modescope.lesson.check.Measured;
import org.modescope.lesson.check.Scores;
import org.modescope.lesson.condition.Measures;
import org.modescope.lesson.condition.Value;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// Predictions and measurements in the words of the answer that was asked for.
///
/// @param text the language
record AnswerWords(Text text) {

  /// What was predicted.
  String said(Answer answer, Prediction prediction) {
    return switch (prediction) {
      case Prediction.Chosen(int index) -> say(answer, index);
      case Prediction.Estimated(double number) -> number(number);
      case Prediction.Marked(Set<Cell> cells) -> cells(cells);
      case Prediction.Sketched(List<Integer> bins) -> counts(bins);
    };
  }

  /// What was measured.
  String measured(Answer answer, Measured measured, Measures measures) {
    return switch (answer) {
      case Answer.Choices(List<Choice> choices) ->
          say(answer, Scores.rightChoice(choices, measures));
      case Answer.Number number ->
          number.measure().condition().evaluate(measures) instanceof Value.Amount(double is)
              ? number(is)
              : "";
      case Answer.Cells(Answer.CellsProperty property) -> cells(Scores.cells(property, measured));
      case Answer.Spread _ -> counts(Scores.spread(measured));
    };
  }

  private static String say(Answer answer, int index) {
    return answer instanceof Answer.Choices(List<Choice> choices) ? choices.get(index).say() : "";
  }

  private String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
        ? text.numbers().count((long) number)
        : text.numbers().size(number);
  }

  /// The cells by both their names, in order.
  private String cells(Set<Cell> cells) {
    if (cells.isEmpty()) {
      return text.say("lesson.player.cells.none");
    }
    List<String> names = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (GradMode gradMode : GradMode.values()) {
        if (cells.contains(new Cell(mode, gradMode))) {
          names.add(mode.key() + " + " + gradMode.key());
        }
      }
    }
    return text.list(names);
  }

  private static String counts(List<Integer> bins) {
    return String.join(" ", bins.stream().map(String::valueOf).toList());
  }
}
