package org.modescope.ui.net;

import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// The small menu of a layer's card.
///
/// @param rename lets the user type another name
/// @param palette where a new layer's type is chosen
record CardMenu(LayerCardViewModel card, Runnable rename, Palette palette, Text text) {
  /// Moves the card up.
  static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);

  /// Moves the card down.
  static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

  void fill(MenuButton button) {
    ToggleGroup modes = new ToggleGroup();
    RadioMenuItem follow = mode("net.menu.follow", Optional.empty(), modes);
    RadioMenuItem train = mode("net.menu.train", Optional.of(Mode.TRAIN), modes);
    RadioMenuItem eval = mode("net.menu.eval", Optional.of(Mode.EVAL), modes);
    CheckMenuItem frozen = new CheckMenuItem(text.say("net.menu.frozen"));
    frozen.setMnemonicParsing(false);
    frozen.setOnAction(_ -> card.toggleFrozen());
    // An accelerator would be the whole window's, and there is one such item per card.
    MenuItem up = item(text.say("net.menu.up", "keys", UP.getDisplayText()), () -> card.moveBy(-1));
    MenuItem down =
        item(text.say("net.menu.down", "keys", DOWN.getDisplayText()), () -> card.moveBy(1));
    MenuItem remove = item(text.say("net.menu.remove"), card::remove);
    button
        .getItems()
        .addAll(
            follow,
            train,
            eval,
            new SeparatorMenuItem(),
            frozen,
            new SeparatorMenuItem(),
            item(text.say("net.menu.rename"), rename),
            item(text.say("net.menu.duplicate"), card::duplicate),
            item(text.say("net.menu.above"), () -> palette.ask(button, card::insertAbove)),
            item(text.say("net.menu.below"), () -> palette.ask(button, card::insertBelow)),
            up,
            down,
            remove);
    card.faceProperty()
        .subscribe(
            face -> {
              face.layer()
                  .mode()
                  .map(own -> own == Mode.TRAIN ? train : eval)
                  .orElse(follow)
                  .setSelected(true);
              frozen.setSelected(!face.layer().requiresGrad());
              remove.setDisable(face.alone());
            });
  }

  private RadioMenuItem mode(String key, Optional<Mode> mode, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(text.say(key));
    item.setId(card.name() + "-mode-" + mode.map(Mode::key).orElse("follow"));
    item.setToggleGroup(group);
    item.setOnAction(_ -> card.overrideMode(mode));
    return item;
  }

  private static MenuItem item(String label, Runnable action) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
