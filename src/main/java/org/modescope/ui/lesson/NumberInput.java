package org.modescope.ui.lesson;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.modescope.lesson.Prediction;
import org.modescope.words.Text;

/// A field for a number. Both a point and a comma begin the decimals.
final class NumberInput extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  NumberInput(ObjectProperty<Optional<Prediction>> prediction, Text text) {
    getStyleClass().add("number-input");
    TextField field = new TextField();
    field.setId("lesson-number");
    field.getStyleClass().add("entry-field");
    field.setAccessibleText(text.say("lesson.player.number"));
    Label caption = new Label(text.say("lesson.player.number"), field);
    caption.getStyleClass().add("sentence");
    caption.setContentDisplay(ContentDisplay.BOTTOM);
    caption.setLabelFor(field);
    Label problem = new Label();
    problem.getStyleClass().add("entry-problem");
    problem.setWrapText(true);
    field
        .textProperty()
        .subscribe(
            typed -> {
              Optional<Prediction> read = read(typed);
              boolean isWrong = read.isEmpty() && !typed.isBlank();
              field.pseudoClassStateChanged(WRONG, isWrong);
              problem.setText(isWrong ? text.say("lesson.player.number.wrong") : "");
              prediction.set(read);
            });
    getChildren().addAll(caption, problem);
  }

  /// A number as people type it; empty if it is none.
  static Optional<Prediction> read(String typed) {
    String plain = typed.strip().replace('−', '-').replace(',', '.');
    try {
      double number = Double.parseDouble(plain);
      return Double.isFinite(number)
          ? Optional.of(new Prediction.Estimated(number))
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
