package org.modescope.ui.net;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.nn.Mode;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.words.Activity;
import org.modescope.words.Text;

/// A layer's card.
public final class LayerCardView {
  private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

  private final LayerCardViewModel card;
  private final CardDrag drag;
  private final Text text;

  @FXML private VBox slot;
  @FXML private VBox body;
  @FXML private Node grip;
  @FXML private Label name;
  @FXML private Label type;
  @FXML private FlowRow badges;
  @FXML private Label override;
  @FXML private Label frozen;
  @FXML private Label parameters;
  @FXML private MenuButton menu;
  @FXML private FlowRow arguments;
  @FXML private Label activity;
  @FXML private Label outputShape;

  /// Made when there first is trouble: a window has many cards, and most never have any.
  private @Nullable TroubleBox trouble;

  LayerCardView(LayerCardViewModel card, CardDrag drag, Text text) {
    this.card = card;
    this.drag = drag;
    this.text = text;
  }

  @FXML
  private void initialize() {
    slot.setId("card-" + card.name());
    name.setText(card.name());
    Hint.setText(name, card.name());
    type.setText("· " + card.type().torchName());
    card.arguments()
        .forEach(argument -> arguments.getChildren().add(ArgumentNodes.of(argument, card.name())));
    showOnlyIf(arguments, !card.arguments().isEmpty());
    menu.setAccessibleText("What to do with " + card.name());
    menu.setId("menu-" + card.name());
    CardMenu.fill(menu, card);
    drag.enable(grip, slot, card);
    card.faceProperty().subscribe(this::show);
  }

  private void show(LayerFace face) {
    parameters.setText("%,d".formatted(face.parameters()));
    showOverride(face.layer().mode());
    showOnlyIf(frozen, !face.layer().requiresGrad());
    showOnlyIf(badges, override.isManaged() || frozen.isManaged());
    showActivity(face.activity());
    showTrouble(face.trouble());
    outputShape.setText(face.output().map(Object::toString).orElse("?"));
    body.setAccessibleText(
        "%s, %s, %,d parameters. %s"
            .formatted(
                card.name(),
                card.type().torchName(),
                face.parameters(),
                face.activity().map(now -> now.say(text)).orElse("")));
  }

  private void showOverride(Optional<Mode> mode) {
    override.setText(mode.map(Mode::key).orElse(""));
    mode.ifPresent(own -> override.getStyleClass().setAll("label", "badge", "badge-" + own.key()));
    showOnlyIf(override, mode.isPresent());
  }

  private void showActivity(Optional<Activity> doing) {
    doing.ifPresent(
        now -> {
          activity.setText(now.say(text));
          activity.getStyleClass().setAll("label", "activity", "activity-" + now.mode().key());
        });
    showOnlyIf(activity, doing.isPresent());
  }

  private void showTrouble(Optional<CardTrouble> told) {
    body.pseudoClassStateChanged(TROUBLED, told.isPresent());
    if (trouble == null && told.isPresent()) {
      trouble = new TroubleBox(card::fix);
      body.getChildren().add(trouble);
    }
    if (trouble != null) {
      showOnlyIf(trouble, told.isPresent());
      told.ifPresent(trouble::show);
    }
  }

  private static void showOnlyIf(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
