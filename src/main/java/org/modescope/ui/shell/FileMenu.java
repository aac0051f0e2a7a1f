package org.modescope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.modescope.ui.control.Typing;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.document.RecentViewModel.Entry;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.report.ExportViewModel;

/// The menu of what can be done with the experiment as a file.
final class FileMenu {
  private static final int LONGEST_FOLDER = 40;

  private FileMenu() {}

  /// Fills the button's menu.
  static void fill(
      MenuButton button,
      DocumentViewModel document,
      RecentViewModel recent,
      ExportViewModel exports,
      DialogViewModel dialogs) {
    Menu recentMenu = new Menu("Open recent");
    recentMenu.setId("file-open-recent");
    button
        .getItems()
        .addAll(
            item(Shortcut.NEW, button, document::create),
            item(Shortcut.OPEN, button, document::open),
            recentMenu,
            new SeparatorMenuItem(),
            item(Shortcut.SAVE, button, document::save),
            item(Shortcut.SAVE_AS, button, document::saveAs),
            new SeparatorMenuItem(),
            item("Export PyTorch code…", exports::exportCode),
            item("Export report…", exports::exportReport),
            new SeparatorMenuItem(),
            item("About ModeScope", () -> dialogs.show(About.dialog())));
    recent.entriesProperty().subscribe(entries -> fill(recentMenu, entries, document, recent));
    button
        .showingProperty()
        .subscribe(
            showing -> {
              if (showing) {
                recent.refresh();
              }
            });
  }

  private static void fill(
      Menu menu, List<Entry> entries, DocumentViewModel document, RecentViewModel recent) {
    menu.getItems().clear();
    menu.setDisable(entries.isEmpty());
    if (entries.isEmpty()) {
      return;
    }
    for (Entry entry : entries) {
      MenuItem item = new MenuItem(text(entry));
      item.setMnemonicParsing(false);
      item.setId("recent-" + menu.getItems().size());
      item.setDisable(!entry.isThere());
      item.setOnAction(_ -> document.open(entry.file()));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    List<Entry> missing = entries.stream().filter(entry -> !entry.isThere()).toList();
    if (!missing.isEmpty()) {
      menu.getItems()
          .add(
              item(
                  "Forget missing ones",
                  () -> missing.forEach(each -> recent.remove(each.file()))));
    }
    menu.getItems().add(item("Clear the list", recent::clear));
  }

  private static String text(Entry entry) {
    String text = entry.file().getFileName() + " — " + folder(entry.file());
    return entry.isThere() ? text : text + " (missing)";
  }

  /// The folder of a file, its beginning left out where it is long.
  private static String folder(Path file) {
    String folder = String.valueOf(file.getParent());
    return folder.length() <= LONGEST_FOLDER
        ? folder
        : "…" + folder.substring(folder.length() - LONGEST_FOLDER);
  }

  // Its keys act through the item once the menu is in a scene, so they do what the item does.
  private static MenuItem item(Shortcut shortcut, MenuButton button, Runnable action) {
    MenuItem item =
        item(
            shortcut.text(),
            () -> {
              Typing.commit(button.getScene());
              action.run();
            });
    item.setAccelerator(shortcut.keys().getFirst());
    return item;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("file-" + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
