package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.glossary.Explained;
import org.modescope.words.Text;

/// What a layer's card says of the settings that are the layer's own: a mode that overrides the
/// net's, and parameters that are frozen.
final class CardBadges {
  private final Label override = new Label();
  private final Label frozen = new Label();
  private final FlowRow row = new FlowRow(override, frozen);

  CardBadges(Text text) {
    name(override, "override", text);
    name(frozen, "frozen", text);
    frozen.setText(text.say("net.card.frozen"));
    frozen.getStyleClass().addAll("badge", "badge-frozen");
  }

  static boolean isNeeded(LayerSpec layer) {
    return layer.mode().isPresent() || !layer.requiresGrad();
  }

  Node node() {
    return row;
  }

  void show(LayerSpec layer) {
    override.setText(layer.mode().map(Mode::key).orElse(""));
    layer
        .mode()
        .ifPresent(own -> override.getStyleClass().setAll("label", "badge", "badge-" + own.key()));
    showOnlyIf(override, layer.mode().isPresent());
    showOnlyIf(frozen, !layer.requiresGrad());
    row.setVisible(isNeeded(layer));
    row.setManaged(row.isVisible());
  }

  private static void name(Label badge, String name, Text text) {
    badge.setId(name);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    Hint.setText(badge, text.say("net.card." + name + ".help"));
    Explained.mark(badge, name, text);
  }

  private static void showOnlyIf(Label badge, boolean wanted) {
    badge.setVisible(wanted);
    badge.setManaged(wanted);
  }
}
