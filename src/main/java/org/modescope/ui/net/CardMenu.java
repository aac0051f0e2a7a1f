package org.modescope.ui.net;

import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.modescope.nn.Mode;
import org.modescope.ui.control.LayerKey;
import org.modescope.words.Text;

/// What can be done with a layer, as a menu: of its card's button, and wherever the card is clicked
/// with the other button.
///
/// @param owner what the palette of new layers points at
/// @param rename lets the user type another name
/// @param palette where a new layer's type is chosen
record CardMenu(LayerCardViewModel card, Node owner, Runnable rename, Palette palette, Text text) {

  /// Puts the items into a menu, as the card is now.
  void fill(ObservableList<MenuItem> menu) {
    LayerFace face = card.faceProperty().get();
    ToggleGroup modes = new ToggleGroup();
    CheckMenuItem frozen = new CheckMenuItem(text.say("net.menu.frozen"));
    frozen.setMnemonicParsing(false);
    frozen.setSelected(!face.layer().requiresGrad());
    frozen.setOnAction(_ -> card.toggleFrozen());
    MenuItem remove = item(LayerKey.REMOVE, card::remove);
    remove.setDisable(face.alone());
    MenuItem cut = item(LayerKey.CUT, () -> LayerClipboard.cut(card));
    cut.setDisable(face.alone());
    menu.setAll(
        way("look-inside", card::lookInside),
        way("in-graph", card::showInGraph),
        new SeparatorMenuItem(),
        mode("net.menu.follow", Optional.empty(), modes),
        mode("net.menu.train", Optional.of(Mode.TRAIN), modes),
        mode("net.menu.eval", Optional.of(Mode.EVAL), modes),
        new SeparatorMenuItem(),
        frozen,
        new SeparatorMenuItem(),
        item(LayerKey.RENAME, rename),
        item(LayerKey.DUPLICATE, card::duplicate),
        cut,
        item(LayerKey.COPY, () -> LayerClipboard.copy(card)),
        item(LayerKey.PASTE, () -> LayerClipboard.paste(card)),
        new SeparatorMenuItem(),
        item(text.say("net.menu.above"), () -> palette.ask(owner, card::insertAbove)),
        item(text.say("net.menu.below"), () -> palette.ask(owner, card::insertBelow)),
        item(LayerKey.UP, () -> card.moveBy(-1)),
        item(LayerKey.DOWN, () -> card.moveBy(1)),
        remove);
  }

  private MenuItem way(String key, Runnable action) {
    MenuItem item = item(text.say("net.menu." + key), action);
    item.setId(card.path() + "-" + key);
    return item;
  }

  private RadioMenuItem mode(String key, Optional<Mode> mode, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(text.say(key));
    item.setId(card.name() + "-mode-" + mode.map(Mode::key).orElse("follow"));
    item.setToggleGroup(group);
    item.setSelected(card.faceProperty().get().layer().mode().equals(mode));
    item.setOnAction(_ -> card.overrideMode(mode));
    return item;
  }

  /// An accelerator would be the whole window's, and there is one such item per card.
  private MenuItem item(LayerKey key, Runnable action) {
    String what = text.say("net.menu." + key.key());
    return item(text.say("net.menu.keys", "what", what, "keys", key.keyText()), action);
  }

  private static MenuItem item(String label, Runnable action) {
    MenuItem item = new MenuItem(label);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
