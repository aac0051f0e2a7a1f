package org.modescope.ui.shell;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.theme.ThemeChoice;

/// The menu of themes and sizes of text.
final class AppearanceMenu {
  private AppearanceMenu() {}

  static void fill(MenuButton button, Appearance appearance) {
    ToggleGroup themes = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.text());
      item.setToggleGroup(themes);
      item.setOnAction(_ -> appearance.choiceProperty().set(choice));
      appearance.choiceProperty().subscribe(now -> item.setSelected(now == choice));
      button.getItems().add(item);
    }
    button.getItems().add(new SeparatorMenuItem());
    ToggleGroup scales = new ToggleGroup();
    for (int percent : Appearance.TEXT_SCALES) {
      RadioMenuItem item = new RadioMenuItem("Text " + percent + " %");
      item.setToggleGroup(scales);
      item.setOnAction(_ -> appearance.setTextScale(percent));
      appearance.textScaleProperty().subscribe(now -> item.setSelected(now.intValue() == percent));
      button.getItems().add(item);
    }
  }
}
