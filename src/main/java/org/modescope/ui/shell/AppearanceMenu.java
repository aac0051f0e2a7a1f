package org.modescope.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.words.Text;

/// The menu of themes and sizes of text.
final class AppearanceMenu {
  private AppearanceMenu() {}

  /// Fills a button's menu when it is first opened: the window opens sooner without its items.
  static void fillOnDemand(MenuButton button, Appearance appearance, Text text) {
    button.setOnShowing(_ -> fill(button.getItems(), appearance, text));
  }

  /// Puts the items into a menu, once.
  static void fill(ObservableList<MenuItem> menu, Appearance appearance, Text text) {
    if (menu.isEmpty()) {
      menu.addAll(themes(appearance, text));
      menu.add(new SeparatorMenuItem());
      menu.addAll(scales(appearance, text));
    }
  }

  private static List<RadioMenuItem> themes(Appearance appearance, Text text) {
    ToggleGroup group = new ToggleGroup();
    return Arrays.stream(ThemeChoice.values())
        .map(
            choice -> {
              String key = choice.name().toLowerCase(Locale.ROOT);
              RadioMenuItem item = item(group, "theme-" + key, text.say("shell.theme." + key));
              item.setOnAction(_ -> appearance.choiceProperty().set(choice));
              appearance.choiceProperty().subscribe(now -> item.setSelected(now == choice));
              return item;
            })
        .toList();
  }

  private static List<RadioMenuItem> scales(Appearance appearance, Text text) {
    ToggleGroup group = new ToggleGroup();
    return Appearance.TEXT_SCALES.stream()
        .map(
            percent -> {
              String words = text.say("shell.text-scale", "percent", percent);
              RadioMenuItem item = item(group, "text-scale-" + percent, words);
              item.setOnAction(_ -> appearance.setTextScale(percent));
              appearance
                  .textScaleProperty()
                  .subscribe(now -> item.setSelected(now.intValue() == percent));
              return item;
            })
        .toList();
  }

  private static RadioMenuItem item(ToggleGroup group, String id, String words) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setId(id);
    item.setToggleGroup(group);
    return item;
  }
}
