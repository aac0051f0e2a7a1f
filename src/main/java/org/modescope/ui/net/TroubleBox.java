package org.modescope.ui.net;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is wrong with a layer, on its card, with buttons that mend it where that is possible.
final class TroubleBox extends VBox {
  private final Label title = new Label();
  private final Label message = new Label();
  private final Label explanation = new Label();
  private final VBox fixes = new VBox();
  private final Consumer<CardTrouble.Fix> mend;

  /// @param mend what the buttons do
  TroubleBox(Consumer<CardTrouble.Fix> mend) {
    this.mend = mend;
    getStyleClass().add("trouble");
    title.getStyleClass().add("trouble-title");
    message.setWrapText(true);
    explanation.getStyleClass().add("trouble-text");
    explanation.setWrapText(true);
    fixes.getStyleClass().add("fixes");
    getChildren().addAll(title, message, explanation, fixes);
  }

  void show(CardTrouble told) {
    title.setText(told.title());
    message.setText(told.message());
    message.getStyleClass().setAll("label", told.verbatim() ? "verbatim" : "trouble-text");
    explanation.setText(told.explanation());
    explanation.setVisible(!told.explanation().isEmpty());
    explanation.setManaged(explanation.isVisible());
    fixes.getChildren().setAll(buttons(told.fixes()));
    fixes.setManaged(!told.fixes().isEmpty());
  }

  private List<Node> buttons(List<CardTrouble.Fix> offered) {
    return offered.stream()
        .map(
            fix -> {
              Button button = new Button(fix.text());
              button.getStyleClass().add("fix");
              button.setWrapText(true);
              button.setMnemonicParsing(false);
              button.setOnAction(_ -> mend.accept(fix));
              return (Node) button;
            })
        .toList();
  }
}
