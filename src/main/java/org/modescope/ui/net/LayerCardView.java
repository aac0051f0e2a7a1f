package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
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
  private final Palette palette;
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
  @FXML private VBox findings;
  @FXML private Label outputShape;

  /// Made when there first is trouble: a window has many cards, and most never have any.
  private @Nullable TroubleBox trouble;

  LayerCardView(LayerCardViewModel card, CardDrag drag, Palette palette, Text text) {
    this.card = card;
    this.drag = drag;
    this.palette = palette;
    this.text = text;
  }

  @FXML
  private void initialize() {
    slot.setId("card-" + card.name());
    name.setText(card.name());
    Hint.setText(name, card.name());
    name.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            rename();
          }
        });
    type.setText(text.say("net.card.type", "type", card.type().torchName()));
    Hint.setText(type, text.say("layer." + card.type().torchName() + ".help"));
    ArgumentNodes nodes = new ArgumentNodes(card.name(), text);
    card.arguments().forEach(argument -> arguments.getChildren().add(nodes.of(argument)));
    showOnlyIf(arguments, !card.arguments().isEmpty());
    menu.setAccessibleText(text.say("net.card.menu.accessible", "layer", card.name()));
    menu.setId("menu-" + card.name());
    new CardMenu(card, this::rename, palette, text).fill(menu);
    slot.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    drag.enable(grip, slot, card);
    card.faceProperty().subscribe(this::show);
  }

  private void rename() {
    NameField.open(name, card, text);
  }

  private void keyPressed(KeyEvent event) {
    if (CardMenu.UP.match(event)) {
      card.moveBy(-1);
      event.consume();
    } else if (CardMenu.DOWN.match(event)) {
      card.moveBy(1);
      event.consume();
    }
  }

  private void show(LayerFace face) {
    parameters.setText(text.numbers().count(face.parameters()));
    showOverride(face.layer().mode());
    showOnlyIf(frozen, !face.layer().requiresGrad());
    showOnlyIf(badges, override.isManaged() || frozen.isManaged());
    showActivity(face.activity());
    showTrouble(face.trouble());
    outputShape.setText(face.output().map(Object::toString).orElse("?"));
    showFindings(face.findings());
    body.setAccessibleText(
        text.say(
            "net.card.accessible",
            "layer",
            card.name(),
            "type",
            card.type().torchName(),
            "parameters",
            face.parameters(),
            "activity",
            face.activity().map(now -> now.say(text)).orElse("")));
  }

  private void showFindings(List<String> sentences) {
    findings.getChildren().setAll(sentences.stream().map(FindingLine::new).toList());
    showOnlyIf(findings, !sentences.isEmpty());
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
