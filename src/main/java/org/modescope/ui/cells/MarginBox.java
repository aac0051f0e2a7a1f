package org.modescope.ui.cells;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// The head of a row or of a column: PyTorch's name, and who decides what.
final class MarginBox extends VBox {
  private final Text rule = new Text();
  private final Text outcome = new Text();
  private final Text proof = new Text();
  private final String gap;

  /// @param gap what stands between rule, outcome and proof
  private MarginBox(String name, String toneClass, String gap, List<String> styleClasses) {
    this.gap = gap;
    Label title = new Label(name);
    title.getStyleClass().addAll("margin-name", "card-name", toneClass);
    rule.getStyleClass().add("margin-rule");
    outcome.getStyleClass().add("margin-outcome");
    proof.getStyleClass().add("margin-proof");
    TextFlow told = new TextFlow(rule, outcome, proof);
    told.getStyleClass().add("margin-told");
    getStyleClass().addAll(styleClasses);
    getChildren().addAll(title, told);
  }

  /// Above the column of a grad mode.
  static MarginBox above(GradMode gradMode) {
    String tone = gradMode == GradMode.GRAD ? Tone.GRAD.styleClass() : "tone-ink";
    return new MarginBox(
        gradMode.key(),
        tone,
        " ",
        List.of("margin-above", "above-" + gradMode.key().replace('_', '-')));
  }

  /// Beside the row of a mode.
  static MarginBox beside(Mode mode) {
    return new MarginBox(
        mode.key(),
        Tone.of(mode).styleClass(),
        "\n",
        List.of("margin-beside", "beside-" + mode.key()));
  }

  void show(MarginFace face) {
    rule.setText(face.rule());
    outcome.setText(face.outcome().isEmpty() ? "" : gap + face.outcome());
    proof.setText(face.proof().isEmpty() ? "" : gap + face.proof());
    setAccessibleText(String.join(" ", face.rule(), face.outcome(), face.proof()));
  }
}
