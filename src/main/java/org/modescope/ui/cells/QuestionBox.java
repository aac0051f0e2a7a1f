package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.Hint;

/// A question of a cell and its answer, in words. What an answer does not say has no label, which
/// would cost a screen of six cells as much as one that is read.
final class QuestionBox extends VBox {
  private final Label asked;
  private final Label word = new Label();
  private Answer answer = new Answer(Tone.QUIET, "", "", "");
  private Room room = Room.ROOMY;
  private @Nullable Region picture;
  private @Nullable Label figure;
  private @Nullable Label aside;
  private @Nullable Label verbatim;

  QuestionBox(String question) {
    asked = wrapped(new Label(question));
    asked.getStyleClass().add("cell-question");
    getStyleClass().add("cell-answer");
    lay();
  }

  /// Puts a picture between the figure and what stands below it.
  void addPicture(Region shown) {
    shown.getStyleClass().add("cell-bar");
    picture = shown;
    lay();
  }

  void show(Answer shown) {
    answer = shown;
    word.setText(answer.word());
    style(word, "cell-word", answer.tone().styleClass());
    lay();
  }

  /// Leaves out what stands below the figure; PyTorch's words are cut where they have no room.
  void fit(Room given) {
    room = given;
    lay();
  }

  private void lay() {
    List<Node> lines = new ArrayList<>(List.of(asked, word));
    if (!answer.figure().isEmpty()) {
      lines.add(figure());
    }
    if (picture != null) {
      lines.add(picture);
    }
    if (!room.isDense() && !answer.aside().isEmpty()) {
      lines.add(aside());
    }
    if (room != Room.SLIM && !answer.verbatim().isEmpty()) {
      lines.add(verbatim());
    }
    if (!lines.equals(getChildren())) {
      getChildren().setAll(lines);
    }
  }

  private Label figure() {
    Label shown = figure == null ? wrapped(new Label()) : figure;
    figure = shown;
    shown.setText(answer.figure());
    style(shown, "cell-figure", answer.tone().styleClass());
    return shown;
  }

  private Label aside() {
    Label shown = aside == null ? wrapped(new Label()) : aside;
    aside = shown;
    shown.setText(answer.aside());
    style(shown, "cell-aside");
    return shown;
  }

  private Label verbatim() {
    Label shown = verbatim == null ? wrapped(new Label()) : verbatim;
    verbatim = shown;
    shown.setText(answer.verbatim());
    shown.setMinHeight(room.isDense() ? 0 : USE_PREF_SIZE);
    style(shown, "verbatim", "cell-error");
    Hint.setText(shown, answer.verbatim());
    return shown;
  }

  /// A change of classes has a label styled anew, also where it is none.
  private static void style(Label label, String... classes) {
    List<String> all = new ArrayList<>(List.of("label"));
    all.addAll(List.of(classes));
    if (!label.getStyleClass().equals(all)) {
      label.getStyleClass().setAll(all);
    }
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
