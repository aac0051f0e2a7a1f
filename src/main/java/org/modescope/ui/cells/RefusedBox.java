package org.modescope.ui.cells;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// PyTorch's words in a cell that it refused.
final class RefusedBox extends VBox {
  private final Label words = new Label();

  /// @param refused that it did, in a word
  RefusedBox(String refused) {
    Label word = new Label(refused);
    word.getStyleClass().addAll("cell-word", "tone-problem");
    words.setWrapText(true);
    words.getStyleClass().add("verbatim");
    getStyleClass().add("cell-refused");
    getChildren().addAll(word, words);
  }

  /// Shows them, or nothing where there are none.
  void show(String refusal) {
    words.setText(refusal);
    setVisible(!refusal.isEmpty());
  }
}
