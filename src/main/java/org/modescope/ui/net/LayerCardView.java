package org.modescope.ui.net;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.LayerSpec;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.glossary.Explained;
import org.modescope.words.Activity;
import org.modescope.words.Terms;
import org.modescope.words.Text;

/// A layer's card. A brief one has its arguments in a line until it is opened; a container's opens
/// to show the layers inside.
public final class LayerCardView {
  private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
  private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

  private final LayerCardViewModel card;
  private final CardSetting setting;
  private final Text text;

  @FXML private VBox slot;
  @FXML private VBox body;
  @FXML private Node grip;
  @FXML private Label name;
  @FXML private Label type;
  @FXML private Label summary;
  @FXML private Label parameters;
  @FXML private MenuButton menu;
  @FXML private FlowRow arguments;
  @FXML private Label activity;
  @FXML private VBox findings;
  @FXML private Label outputShape;
  @FXML private HBox between;

  /// Made when there first is trouble: a window has many cards, and most never have any.
  private @Nullable TroubleBox trouble;

  /// Made when the layer first has a setting of its own.
  private @Nullable CardBadges badges;

  private final InsertButton insert = new InsertButton();

  /// Made for containers alone.
  private @Nullable CardContents contents;

  LayerCardView(LayerCardViewModel card, CardSetting setting) {
    this.card = card;
    this.setting = setting;
    text = setting.text();
  }

  /// What nodes of a card are called: dots would have a meaning where nodes are looked up.
  static String id(LayerCardViewModel card) {
    return card.path().replace('.', '-');
  }

  @FXML
  private void initialize() {
    slot.setId("card-" + id(card));
    name.setText(card.name());
    Hint.setText(name, card.name());
    name.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            rename();
            click.consume();
          }
        });
    type.setText(text.say("net.card.type", "type", card.type().torchName()));
    Hint.setText(type, text.say("layer." + card.type().torchName() + ".help"));
    Hint.setText(summary, text.say("layer." + card.type().torchName() + ".help"));
    explain();
    ArgumentNodes nodes = new ArgumentNodes(id(card), text);
    card.arguments().forEach(argument -> arguments.getChildren().add(nodes.of(argument)));
    menu.setAccessibleText(text.say("net.card.menu.accessible", "layer", card.name()));
    menu.setId("menu-" + id(card));
    CardMenu items = new CardMenu(card, menu, this::rename, setting.palette(), text);
    menu.setOnShowing(_ -> items.fill(menu.getItems()));
    body.setOnContextMenuRequested(request -> showMenu(request, items));
    body.setOnMousePressed(this::pressed);
    body.setOnMouseClicked(this::clicked);
    new CardKeys(card, slot, body, this::rename, this::toggle).enable();
    slot.setOnMouseEntered(_ -> insert.offer(between, setting.palette(), card::insertBelow, text));
    if (!card.inside().isEmpty()) {
      contents = new CardContents(card, setting, this::toggle);
      contents.addTo(body);
    }
    grip.setOnMousePressed(
        press -> {
          setting.drag().take(slot, card);
          press.consume();
        });
    card.faceProperty().subscribe(this::show);
    card.openProperty().subscribe(_ -> showDepth());
    setting.brief().subscribe(_ -> showDepth());
  }

  private void explain() {
    String term = Terms.of(card.type());
    Explained.about(body, term);
    Explained.mark(type, term, text);
    Explained.mark(parameters, "parameter", text);
    Explained.mark(outputShape, "shape", text);
  }

  private void rename() {
    NameField.open(name, card, text);
  }

  private void toggle() {
    if (setting.brief().getValue() || !card.inside().isEmpty()) {
      card.toggle(setting.brief().getValue());
    }
  }

  private static void showMenu(ContextMenuEvent request, CardMenu items) {
    if (request.getSource() instanceof Node node) {
      ContextMenu made = new ContextMenu();
      items.fill(made.getItems());
      made.show(node, request.getScreenX(), request.getScreenY());
      request.consume();
    }
  }

  private void pressed(MouseEvent event) {
    if (isOnCard(event)) {
      body.requestFocus();
      if (event.getButton() == MouseButton.PRIMARY) {
        setting.drag().take(slot, card);
      }
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (isOnCard(event) && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      if (event.getClickCount() == 1 && setting.brief().getValue()) {
        toggle();
      }
      event.consume();
    }
  }

  /// Whether the pointer is on the card and on none of its controls.
  private boolean isOnCard(MouseEvent event) {
    @Nullable Node each = event.getTarget() instanceof Node target ? target : null;
    while (each != null && !each.equals(body)) {
      if (each instanceof Control && !(each instanceof Label) || each.equals(grip)) {
        return false;
      }
      each = each.getParent();
    }
    return each != null;
  }

  private void show(LayerFace face) {
    parameters.setText(text.numbers().count(face.parameters()));
    showBadges(face.layer());
    showActivity(face.activity());
    showTrouble(face.trouble());
    outputShape.setText(face.output().map(Object::toString).orElse("?"));
    findings.getChildren().setAll(face.findings().stream().map(FindingLine::new).toList());
    showDepth();
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

  /// What is seen of the card, brief or not, open or not.
  private void showDepth() {
    boolean isBrief = setting.brief().getValue();
    boolean isOpen = card.openProperty().get();
    LayerFace face = card.faceProperty().get();
    body.pseudoClassStateChanged(BRIEF, isBrief);
    summary.setText(isOpen ? card.type().torchName() : LayerBrief.of(face.layer()));
    showOnlyIf(summary, isBrief);
    showOnlyIf(type, !isBrief);
    showOnlyIf(grip, !isBrief);
    showOnlyIf(arguments, !card.arguments().isEmpty() && (!isBrief || isOpen));
    showOnlyIf(findings, !face.findings().isEmpty() && (!isBrief || isOpen));
    if (contents != null) {
      contents.show(face.layer().children().size(), isOpen);
    }
  }

  private void showBadges(LayerSpec layer) {
    if (badges == null && CardBadges.isNeeded(layer)) {
      badges = new CardBadges(text);
      body.getChildren().add(1, badges.node());
    }
    if (badges != null) {
      badges.show(layer);
    }
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
