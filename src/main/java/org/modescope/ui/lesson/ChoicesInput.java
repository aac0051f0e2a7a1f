package org.modescope.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Prediction;

/// Choices under each other, each with the reason why someone would make it. Arrow keys go from one
/// to the next.
final class ChoicesInput extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  ChoicesInput(List<Choice> choices, ObjectProperty<Optional<Prediction>> prediction) {
    getStyleClass().add("choices");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < choices.size(); i++) {
      int index = i;
      RadioButton button = new RadioButton();
      button.setId("choice-" + index);
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button.setAccessibleText(choices.get(i).say() + ". " + choices.get(i).because());
      HBox card = card(choices.get(i), button);
      button
          .selectedProperty()
          .subscribe(
              isChosen -> {
                card.pseudoClassStateChanged(CHOSEN, isChosen);
                if (isChosen) {
                  prediction.set(Optional.of(new Prediction.Chosen(index)));
                }
              });
      getChildren().add(card);
    }
  }

  private static HBox card(Choice choice, RadioButton button) {
    VBox words =
        new VBox(line(choice.say(), "choice-say"), line(choice.because(), "choice-because"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox card = new HBox(button, words);
    card.getStyleClass().add("choice");
    card.setOnMouseClicked(
        _ -> {
          button.requestFocus();
          button.setSelected(true);
        });
    return card;
  }

  private static Label line(String words, String style) {
    Label line = new Label(words);
    line.getStyleClass().addAll(style, "lesson-words");
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }
}
