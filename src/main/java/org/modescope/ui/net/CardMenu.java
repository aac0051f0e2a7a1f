package org.modescope.ui.net;

import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.modescope.nn.Mode;

/// The small menu of a layer's card.
final class CardMenu {
  private CardMenu() {}

  static void fill(MenuButton button, LayerCardViewModel card) {
    ToggleGroup modes = new ToggleGroup();
    RadioMenuItem follow = mode("Follow the net's mode", Optional.empty(), modes, card);
    RadioMenuItem train = mode("Always train", Optional.of(Mode.TRAIN), modes, card);
    RadioMenuItem eval = mode("Always eval", Optional.of(Mode.EVAL), modes, card);
    CheckMenuItem frozen = new CheckMenuItem("Frozen: requires_grad = False");
    frozen.setMnemonicParsing(false);
    frozen.setOnAction(_ -> card.toggleFrozen());
    Menu insert = new Menu("Insert below");
    insert.getItems().addAll(LayerMenu.families(card::insertBelow));
    MenuItem up = item("Move up", () -> card.moveBy(-1));
    MenuItem down = item("Move down", () -> card.moveBy(1));
    MenuItem remove = item("Remove", card::remove);
    button
        .getItems()
        .addAll(
            follow,
            train,
            eval,
            new SeparatorMenuItem(),
            frozen,
            new SeparatorMenuItem(),
            insert,
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

  private static RadioMenuItem mode(
      String text, Optional<Mode> mode, ToggleGroup group, LayerCardViewModel card) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setToggleGroup(group);
    item.setOnAction(_ -> card.overrideMode(mode));
    return item;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
