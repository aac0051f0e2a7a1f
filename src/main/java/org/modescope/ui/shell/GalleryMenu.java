package org.modescope.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.words.PresetWords;
import org.modescope.words.Text;

/// The menu of presets, each with the sentence that says what it is for. Those about training have
/// a menu of their own at its end: together they would be higher than a small screen.
final class GalleryMenu {
  private static final int LONGEST_NAME = 25;

  private GalleryMenu() {}

  /// Names the button after the experiment, and fills the menu when it is first opened.
  static void fill(MenuButton button, DocumentViewModel document, Text text) {
    button.textProperty().bind(document.nameProperty().map(GalleryMenu::shortened));
    button.setOnShowing(
        _ -> {
          if (button.getItems().isEmpty()) {
            Menu training = new Menu();
            training.setId("presets-training");
            show(
                training,
                text.say("shell.gallery.training"),
                text.say("shell.gallery.training.note"));
            for (Preset preset : PresetCatalogue.all()) {
              (preset.isTrainingStory() ? training.getItems() : button.getItems())
                  .add(item(preset, document, text));
            }
            button.getItems().add(training);
          }
        });
  }

  /// A longer name would break the bar into two lines; the window's title has all of it.
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static MenuItem item(Preset preset, DocumentViewModel document, Text text) {
    MenuItem item = new MenuItem();
    show(item, PresetWords.name(preset.key(), text), PresetWords.note(preset.key(), text));
    item.setId("preset-" + preset.key());
    item.setOnAction(_ -> document.open(preset));
    return item;
  }

  private static void show(MenuItem item, String name, String note) {
    Label first = new Label(name);
    first.getStyleClass().add("gallery-name");
    Label second = new Label(note);
    second.getStyleClass().add("gallery-note");
    item.setGraphic(new VBox(first, second));
    item.getStyleClass().add("gallery-item");
  }
}
