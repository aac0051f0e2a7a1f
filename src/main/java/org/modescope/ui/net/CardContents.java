package org.modescope.ui.net;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Icon;

/// The lower part of a container's card: the button that opens it, and the layers inside.
final class CardContents {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final LayerCardViewModel card;
  private final CardSetting setting;
  private final Button button = new Button();
  private final VBox inside = new VBox();

  CardContents(LayerCardViewModel card, CardSetting setting, Runnable toggle) {
    this.card = card;
    this.setting = setting;
    button.setGraphic(new Icon("unfold"));
    button.getStyleClass().addAll("tool", "tool-text", "card-contents");
    button.setMnemonicParsing(false);
    button.setId("contents-" + LayerCardView.id(card));
    button.setOnAction(_ -> toggle.run());
  }

  void addTo(VBox body) {
    body.getChildren().addAll(button, inside);
  }

  /// The cards of the layers inside are made when they are first seen.
  void show(int layers, boolean isOpen) {
    button.setText(setting.text().say("net.inside.layers", "count", layers));
    button.pseudoClassStateChanged(OPEN, isOpen);
    inside.setVisible(isOpen);
    inside.setManaged(isOpen);
    if (isOpen && inside.getChildren().isEmpty()) {
      boolean isNamed = card.inside().size() > 1;
      card.inside()
          .forEach(nest -> inside.getChildren().add(InsideView.of(nest, isNamed, card, setting)));
    }
  }
}
