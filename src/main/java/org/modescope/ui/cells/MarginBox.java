package org.modescope.ui.cells;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// The head of a row or of a column: PyTorch's name, and who decides what.
final class MarginBox extends VBox {
  private final Label rule = new Label();
  private final Label outcome = new Label();
  private final Label proof = new Label();

  private MarginBox(String name, String toneClass, List<String> styleClasses) {
    Label title = new Label(name);
    title.getStyleClass().addAll("margin-name", "card-name", toneClass);
    rule.getStyleClass().add("margin-rule");
    outcome.getStyleClass().add("margin-outcome");
    proof.getStyleClass().add("margin-proof");
    Stream.of(rule, outcome, proof)
        .forEach(
            label -> {
              label.setWrapText(true);
              label.setMinHeight(USE_PREF_SIZE);
            });
    getStyleClass().addAll(styleClasses);
    getChildren().addAll(title, rule, outcome, proof);
  }

  /// Above the column of a grad mode.
  static MarginBox above(GradMode gradMode) {
    String tone = gradMode == GradMode.GRAD ? Tone.GRAD.styleClass() : "tone-ink";
    return new MarginBox(
        gradMode.key(), tone, List.of("margin-above", "above-" + gradMode.key().replace('_', '-')));
  }

  /// Beside the row of a mode.
  static MarginBox beside(Mode mode) {
    return new MarginBox(
        mode.key(), Tone.of(mode).styleClass(), List.of("margin-beside", "beside-" + mode.key()));
  }

  void show(MarginFace face) {
    show(rule, face.rule());
    show(outcome, face.outcome());
    show(proof, face.proof());
  }

  private static void show(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }
}
