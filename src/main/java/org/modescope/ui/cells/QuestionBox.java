package org.modescope.ui.cells;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Hint;

/// A question of a cell and its answer, in words.
final class QuestionBox extends VBox {
  private final Label word = new Label();
  private final Label figure = new Label();
  private final Label aside = new Label();
  private final Label verbatim = new Label();
  private boolean isDense;
  private boolean isSlim;

  QuestionBox(String question) {
    Label asked = new Label(question);
    asked.getStyleClass().add("cell-question");
    asked.setWrapText(true);
    asked.setMinHeight(USE_PREF_SIZE);
    word.getStyleClass().add("cell-word");
    figure.setWrapText(true);
    figure.setMinHeight(USE_PREF_SIZE);
    aside.getStyleClass().add("cell-aside");
    aside.setWrapText(true);
    aside.setMinHeight(USE_PREF_SIZE);
    verbatim.getStyleClass().addAll("verbatim", "cell-error");
    verbatim.setWrapText(true);
    getStyleClass().add("cell-answer");
    getChildren().addAll(asked, word, figure, aside, verbatim);
  }

  /// Puts a picture between the figure and what stands below it.
  void addPicture(Region picture) {
    picture.getStyleClass().add("cell-bar");
    getChildren().add(getChildren().indexOf(aside), picture);
  }

  void show(Answer answer) {
    word.setText(answer.word());
    word.getStyleClass().setAll("label", "cell-word", answer.tone().styleClass());
    figure.setText(answer.figure());
    figure.getStyleClass().setAll("label", "cell-figure", answer.tone().styleClass());
    show(figure, !answer.figure().isEmpty());
    aside.setText(answer.aside());
    show(aside, !isDense && !answer.aside().isEmpty());
    verbatim.setText(answer.verbatim());
    Hint.setText(verbatim, answer.verbatim());
    show(verbatim, !isSlim && !answer.verbatim().isEmpty());
  }

  /// Leaves out what stands below the figure; PyTorch's words are cut where they have no room.
  void fit(Room room) {
    isDense = room.isDense();
    isSlim = room == Room.SLIM;
    verbatim.setMinHeight(isDense ? 0 : USE_PREF_SIZE);
    show(verbatim, !isSlim && !verbatim.getText().isEmpty());
    show(aside, !isDense && !aside.getText().isEmpty());
  }

  private static void show(Label label, boolean isShown) {
    label.setVisible(isShown);
    label.setManaged(isShown);
  }
}
