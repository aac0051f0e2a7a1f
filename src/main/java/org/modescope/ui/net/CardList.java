package org.modescope.ui.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.fxml.FxmlFile;

/// Keeps one node per card of a nest, in the nest's order, in a pane.
final class CardList {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final NestViewModel nest;
  private final Pane pane;
  private final CardSetting setting;
  private final Map<LayerCardViewModel, Node> nodes = new HashMap<>();

  private CardList(NestViewModel nest, Pane pane, CardSetting setting) {
    this.nest = nest;
    this.pane = pane;
    this.setting = setting;
  }

  /// Shows a nest's cards in a pane from now on.
  static void show(NestViewModel nest, Pane pane, CardSetting setting) {
    CardList list = new CardList(nest, pane, setting);
    new NestPlace(nest, pane).mark(pane);
    nest.cards().addListener((ListChangeListener<LayerCardViewModel>) _ -> list.arrange());
    list.arrange();
    setting.pointed().subscribe(list::light);
  }

  private void arrange() {
    @Nullable Node focused = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
    List<Node> inOrder = nest.cards().stream().map(this::node).toList();
    nodes.keySet().retainAll(nest.cards());
    pane.getChildren().setAll(inOrder);
    if (focused != null && isInside(focused)) {
      focused.requestFocus();
    }
  }

  private boolean isInside(Node node) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (pane.equals(each)) {
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
                  .load(setting.text(), _ -> new LayerCardView(made, setting));
          node.setUserData(made);
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
                    && (layer.equals(card.path()) || layer.startsWith(card.path() + "."))));
  }

  /// Away from a card inside a container the user still points at the container.
  private void point(LayerCardViewModel card, Node node) {
    if (node.isHover() || node.isFocusWithin()) {
      setting.pointer().pointAt(card.path());
    } else if (setting.pointed().getValue().equals(card.path())) {
      int inner = card.path().lastIndexOf('.');
      setting.pointer().pointAt(inner < 0 ? "" : card.path().substring(0, inner));
    }
  }
}
