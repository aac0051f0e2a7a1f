package org.modescope.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.settings.Settings;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.words.Language;

/// The menu of themes, sizes of text and languages.
final class AppearanceMenu {
  private AppearanceMenu() {}

  /// Fills a button's menu when it is first opened: the window opens sooner without its items.
  static void fillOnDemand(MenuButton button, Desk desk) {
    button.setOnShowing(_ -> fill(button.getItems(), desk));
  }

  /// Puts the items into a menu, once.
  static void fill(ObservableList<MenuItem> menu, Desk desk) {
    if (menu.isEmpty()) {
      menu.addAll(themes(desk));
      menu.add(new SeparatorMenuItem());
      menu.addAll(scales(desk));
      menu.add(new SeparatorMenuItem());
      menu.addAll(languages(desk));
    }
  }

  private static List<RadioMenuItem> themes(Desk desk) {
    ToggleGroup group = new ToggleGroup();
    Appearance appearance = desk.appearance();
    return Arrays.stream(ThemeChoice.values())
        .map(
            choice -> {
              String key = choice.name().toLowerCase(Locale.ROOT);
              RadioMenuItem item = item(group, "theme-" + key, say(desk, "shell.theme." + key));
              item.setOnAction(_ -> appearance.choiceProperty().set(choice));
              desk.watch()
                  .follow(appearance.choiceProperty(), now -> item.setSelected(now == choice));
              return item;
            })
        .toList();
  }

  private static List<RadioMenuItem> scales(Desk desk) {
    ToggleGroup group = new ToggleGroup();
    Appearance appearance = desk.appearance();
    return Appearance.TEXT_SCALES.stream()
        .map(
            percent -> {
              String words = say(desk, "shell.text-scale", "percent", percent);
              RadioMenuItem item = item(group, "text-scale-" + percent, words);
              item.setOnAction(_ -> appearance.setTextScale(percent));
              desk.watch()
                  .follow(
                      appearance.textScaleProperty(),
                      now -> item.setSelected(now.intValue() == percent));
              return item;
            })
        .toList();
  }

  /// The system's first, then each by its own name: whoever reads no other finds it.
  private static List<RadioMenuItem> languages(Desk desk) {
    ToggleGroup group = new ToggleGroup();
    ObservableValue<Optional<Language>> chosen =
        desk.settings().settingsProperty().map(Settings::language);
    return Stream.concat(
            Stream.of(Optional.<Language>empty()), Language.ALL.stream().map(Optional::of))
        .map(
            choice -> {
              RadioMenuItem item =
                  item(
                      group,
                      "language-" + choice.map(Language::tag).orElse("system"),
                      choice
                          .map(Language::name)
                          .orElseGet(() -> say(desk, "shell.language.system")));
              item.setOnAction(_ -> desk.settings().change(now -> now.withLanguage(choice)));
              desk.watch().follow(chosen, now -> item.setSelected(now.equals(choice)));
              return item;
            })
        .toList();
  }

  private static String say(Desk desk, String key, Object... values) {
    return desk.text().say(key, values);
  }

  private static RadioMenuItem item(ToggleGroup group, String id, String words) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setId(id);
    item.setToggleGroup(group);
    return item;
  }
}
