package org.modescope.ui.bench;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.modescope.experiment.Presets.Preset;
import org.modescope.files.PresetCatalogue;
import org.modescope.ui.document.DocumentViewModel;

/// The menu of presets, each with the sentence that says what it is for.
final class GalleryMenu {
  private static final int LONGEST_NAME = 25;

  private GalleryMenu() {}

  static void fill(MenuButton button, DocumentViewModel document) {
    button.textProperty().bind(document.nameProperty().map(GalleryMenu::shortened));
    for (Preset preset : PresetCatalogue.all()) {
      button.getItems().add(item(preset, document));
    }
    // Notes are in the experiments, some of which take a moment to make: not at every start.
    button.setOnShowing(_ -> button.getItems().forEach(GalleryMenu::tellNote));
  }

  /// A longer name would break the bar into two lines; the window's title has all of it.
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static MenuItem item(Preset preset, DocumentViewModel document) {
    Label name = new Label(preset.name());
    name.getStyleClass().add("gallery-name");
    Label note = new Label();
    note.getStyleClass().add("gallery-note");
    MenuItem item = new MenuItem();
    item.setGraphic(new VBox(name, note));
    item.getStyleClass().add("gallery-item");
    item.setId("preset-" + preset.key());
    item.setOnAction(_ -> document.open(preset));
    item.setUserData(new Note(preset, note));
    return item;
  }

  private static void tellNote(MenuItem item) {
    if (item.getUserData() instanceof Note(Preset preset, Label label)) {
      label.setText(preset.experiment().note());
      item.setUserData(null);
    }
  }

  /// Where a preset's note is yet to be told.
  private record Note(Preset preset, Label label) {}
}
