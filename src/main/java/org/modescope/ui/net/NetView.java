package org.modescope.ui.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.LayerType;
import org.modescope.ui.control.Hint;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.words.Text;

/// The net panel's view: keeps one node per card and puts them in the net's order.
public final class NetView {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final NetViewModel net;
  private final Map<LayerCardViewModel, Node> nodes = new HashMap<>();
  private final Text text;
  private final CardDrag drag = new CardDrag();

  @FXML private VBox cards;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Button addLayer;

  private @Nullable LayerPalette palette;

  public NetView(NetViewModel net, Text text) {
    this.net = net;
    this.text = text;
  }

  @FXML
  private void initialize() {
    undo.disableProperty().bind(net.canUndoProperty().not());
    redo.disableProperty().bind(net.canRedoProperty().not());
    Hint.setText(undo, hint("net.undo.help", "Shortcut+Z"));
    Hint.setText(redo, hint("net.redo.help", "Shortcut+Shift+Z"));
    drag.enable(cards);
    net.cards().addListener((ListChangeListener<LayerCardViewModel>) _ -> arrange());
    arrange();
    net.pointedLayerProperty().subscribe(this::light);
  }

  @FXML
  private void undo() {
    net.undo();
  }

  @FXML
  private void redo() {
    net.redo();
  }

  @FXML
  private void addLayer() {
    ask(addLayer, net::add);
  }

  private void ask(Node owner, Consumer<LayerType> chosen) {
    LayerPalette asked = palette == null ? new LayerPalette(text) : palette;
    palette = asked;
    asked.ask(owner, chosen);
  }

  private String hint(String key, String keys) {
    return text.say(key, "keys", KeyCombination.valueOf(keys).getDisplayText());
  }

  private void arrange() {
    @Nullable Node focused = cards.getScene() == null ? null : cards.getScene().getFocusOwner();
    List<Node> inOrder = net.cards().stream().map(this::node).toList();
    nodes.keySet().retainAll(net.cards());
    cards.getChildren().setAll(inOrder);
    if (focused != null && isInside(focused)) {
      focused.requestFocus();
    }
  }

  private boolean isInside(Node node) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (cards.equals(each)) {
        return true;
      }
    }
    return false;
  }

  private Node node(LayerCardViewModel card) {
    return nodes.computeIfAbsent(
        card,
        made -> {
          Node node =
              FxmlFile.of(LayerCardView.class)
                  .load(text, _ -> new LayerCardView(made, drag, this::ask, text));
          node.hoverProperty().subscribe((_, _) -> point(made, node));
          node.focusWithinProperty().subscribe((_, _) -> point(made, node));
          return node;
        });
  }

  /// Shows which card is about what is pointed at, here or elsewhere.
  private void light(String layer) {
    nodes.forEach(
        (card, node) ->
            node.pseudoClassStateChanged(
                POINTED,
                !layer.isEmpty()
                    && (layer.equals(card.name()) || layer.startsWith(card.name() + "."))));
  }

  private void point(LayerCardViewModel card, Node node) {
    if (node.isHover() || node.isFocusWithin()) {
      net.pointAt(card.name());
    } else if (net.pointedLayerProperty().get().equals(card.name())) {
      net.pointAt("");
    }
  }
}
