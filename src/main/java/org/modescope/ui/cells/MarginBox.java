package org.modescope.ui.cells;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.glossary.Explained;

/// The head of a row or of a column: PyTorch's name, and who decides what.
final class MarginBox extends VBox {
  private final Label title = new Label();
  private final TextFlow told = new TextFlow();
  private final Text rule = new Text();
  private final Text outcome = new Text();
  private final Text proof = new Text();
  private final String gap;
  private final String help;
  private MarginFace face = new MarginFace("", "", "");
  private boolean isDense;

  /// @param gap what stands between rule, outcome and proof
  /// @param help what else is said when it is pointed at; may be empty
  private MarginBox(
      String name, String toneClass, String gap, String help, List<String> styleClasses) {
    this.gap = gap;
    this.help = help;
    title.setText(name);
    title.getStyleClass().addAll("margin-name", "card-name", toneClass);
    rule.getStyleClass().add("margin-rule");
    outcome.getStyleClass().add("margin-outcome");
    proof.getStyleClass().add("margin-proof");
    told.getChildren().addAll(rule, outcome, proof);
    told.getStyleClass().add("margin-told");
    getStyleClass().addAll(styleClasses);
    getChildren().addAll(title, told);
    setAccessibleHelp(help);
    LazyTip.install(this, this::whole);
  }

  private String whole() {
    String said = String.join(" ", face.rule(), face.outcome(), face.proof()).strip();
    return said.isEmpty() || help.isEmpty() ? said + help : said + "\n" + help;
  }

  /// Above the column of a grad mode.
  static MarginBox above(GradMode gradMode, org.modescope.words.Text text) {
    String tone = gradMode == GradMode.GRAD ? Tone.GRAD.styleClass() : "tone-ink";
    return new MarginBox(
        gradMode.key(),
        tone,
        " ",
        gradMode == GradMode.INFERENCE_MODE ? text.say("cells.column.inference") : "",
        List.of("margin-above", "above-" + gradMode.key().replace('_', '-')));
  }

  /// Beside the row of a mode.
  static MarginBox beside(Mode mode) {
    return new MarginBox(
        mode.key(),
        Tone.of(mode).styleClass(),
        "\n",
        "",
        List.of("margin-beside", "beside-" + mode.key()));
  }

  /// Says which entry of the glossary explains the name.
  void explain(String term, org.modescope.words.Text words) {
    Explained.mark(title, term, words);
  }

  void show(MarginFace shown) {
    face = shown;
    rule.setText(isDense ? "" : face.rule());
    boolean isFirst = isDense || face.rule().isEmpty();
    outcome.setText(face.outcome().isEmpty() ? "" : (isFirst ? "" : gap) + face.outcome());
    proof.setText(isDense || face.proof().isEmpty() ? "" : gap + face.proof());
    setAccessibleText(String.join(" ", face.rule(), face.outcome(), face.proof()));
  }

  /// Says the outcome alone, above a column on the line of the name.
  void fit(Room room) {
    isDense = room.isDense();
    if (room == Room.DENSE && getStyleClass().contains("margin-above")) {
      HBox line = new HBox(title, told);
      line.getStyleClass().add("margin-line");
      getChildren().setAll(line);
    } else {
      getChildren().setAll(title, told);
    }
    show(face);
  }
}
