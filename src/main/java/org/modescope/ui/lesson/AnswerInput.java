package org.modescope.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Prediction;
import org.modescope.words.Text;

/// Where a prediction is made.
final class AnswerInput {
  private AnswerInput() {}

  /// What goes with a way to answer.
  ///
  /// @param prediction what the learner expects, set by the input
  static Node of(Answer answer, ObjectProperty<Optional<Prediction>> prediction, Text text) {
    return switch (answer) {
      case Answer.Choices(List<Choice> choices) -> new ChoicesInput(choices, prediction);
      case Answer.Number _ -> new NumberInput(prediction, text);
      case Answer.Cells(Answer.CellsProperty property) ->
          new CellsInput(property, prediction, text);
      case Answer.Spread _ -> new SketchInput(prediction, text);
    };
  }
}
