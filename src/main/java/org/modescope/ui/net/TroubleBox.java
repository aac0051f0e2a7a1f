package org.modescope.ui.net;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is wrong with a layer, on its card, with a button that mends it where that is possible.
final class TroubleBox extends VBox {
  private final Label title = new Label();
  private final Label message = new Label();
  private final Label explanation = new Label();
  private final Button fix = new Button();

  /// @param mend what the button does
  TroubleBox(Runnable mend) {
    getStyleClass().add("trouble");
    title.getStyleClass().add("trouble-title");
    message.setWrapText(true);
    explanation.getStyleClass().add("trouble-text");
    explanation.setWrapText(true);
    fix.getStyleClass().add("fix");
    fix.setWrapText(true);
    fix.setMnemonicParsing(false);
    fix.setOnAction(_ -> mend.run());
    getChildren().addAll(title, message, explanation, fix);
  }

  void show(CardTrouble told) {
    title.setText(told.title());
    message.setText(told.message());
    message.getStyleClass().setAll("label", told.verbatim() ? "verbatim" : "trouble-text");
    explanation.setText(told.explanation());
    explanation.setVisible(!told.explanation().isEmpty());
    explanation.setManaged(explanation.isVisible());
    fix.setText(told.fix().map(CardTrouble.Fix::text).orElse(""));
    fix.setVisible(told.fix().isPresent());
    fix.setManaged(fix.isVisible());
  }
}
