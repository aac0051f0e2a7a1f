package org.modescope.ui.net;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerType;

/// The layer types that can be put into a net, by family.
final class LayerMenu {
  private LayerMenu() {}

  /// One submenu per family; containers are made in files, not card by card.
  static List<Menu> families(Consumer<LayerType> choose) {
    return Stream.of(LayerFamily.values())
        .filter(family -> family != LayerFamily.CONTAINER)
        .map(family -> menu(family, choose))
        .toList();
  }

  private static Menu menu(LayerFamily family, Consumer<LayerType> choose) {
    Menu menu = new Menu(family.title());
    for (LayerType type : family.types()) {
      MenuItem item = new MenuItem(type.torchName() + " — " + type.summary());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> choose.accept(type));
      menu.getItems().add(item);
    }
    return menu;
  }
}
