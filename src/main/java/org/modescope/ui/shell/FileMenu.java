package org.modescope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.modescope.ui.code.PastedCode;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.control.Typing;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.document.RecentViewModel.Entry;
import org.modescope.ui.pair.RecentRunsMenu;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The menu of what can be done with the experiment as a file.
final class FileMenu {
  private static final int LONGEST_FOLDER = 40;

  private final Desk desk;
  private final DocumentViewModel document;
  private final RecentViewModel recent;
  private final ExportViewModel exports;
  private final Text text;

  FileMenu(Desk desk, DocumentViewModel document, ExportViewModel exports) {
    this.desk = desk;
    this.document = document;
    this.exports = exports;
    recent = document.recent();
    text = desk.text();
  }

  /// Fills the button's menu.
  void fill(MenuButton button) {
    Menu recentMenu = new Menu(text.say("shell.file.open-recent"));
    recentMenu.setId("file-open-recent");
    button
        .getItems()
        .addAll(
            item(Shortcut.NEW, button, document::create),
            item(Shortcut.OPEN, button, document::open),
            recentMenu,
            item(Shortcut.PASTE, button, () -> PastedCode.begin(desk)),
            new SeparatorMenuItem(),
            item(Shortcut.SAVE, button, document::save),
            item(Shortcut.SAVE_AS, button, document::saveAs),
            new SeparatorMenuItem(),
            item(Shortcut.PIN, button, desk.workbench()::togglePin),
            RecentRunsMenu.of(desk),
            new SeparatorMenuItem(),
            item("export-code", exports::exportCode),
            item("export-report", exports::exportReport));
    desk.watch().follow(recent.entriesProperty(), entries -> fill(recentMenu, entries));
    button
        .showingProperty()
        .subscribe(
            showing -> {
              if (showing) {
                recent.refresh();
              }
            });
  }

  /// Offers theme and size of text as well, where the bar has no room for their own button.
  void takeAppearance(MenuButton button, ObservableValue<Boolean> isWanted) {
    Menu menu = new Menu(text.say("shell.appearance.hint"));
    menu.setId("file-appearance");
    menu.visibleProperty().bind(isWanted);
    button.getItems().add(menu);
    button
        .showingProperty()
        .subscribe(
            showing -> {
              if (showing) {
                AppearanceMenu.fill(menu.getItems(), desk);
              }
            });
  }

  /// Offers help as well, where the bar has no room for its own button.
  void takeHelp(MenuButton button, HelpMenu help, ObservableValue<Boolean> isWanted) {
    Menu menu = new Menu(text.say("shell.help-menu.text"));
    menu.setId("file-help");
    menu.visibleProperty().bind(isWanted);
    help.fill(menu.getItems());
    button.getItems().add(menu);
  }

  private void fill(Menu menu, List<Entry> entries) {
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
          .add(item("forget-missing", () -> missing.forEach(each -> recent.remove(each.file()))));
    }
    menu.getItems().add(item("clear-recent", recent::clear));
  }

  private String text(Entry entry) {
    return text.say(
        entry.isThere() ? "shell.file.recent" : "shell.file.recent-missing",
        "file",
        entry.file().getFileName().toString(),
        "folder",
        folder(entry.file()));
  }

  /// The folder of a file, its beginning left out where it is long.
  private static String folder(Path file) {
    String folder = String.valueOf(file.getParent());
    return folder.length() <= LONGEST_FOLDER
        ? folder
        : "…" + folder.substring(folder.length() - LONGEST_FOLDER);
  }

  // Its keys act through the item once the menu is in a scene, so they do what the item does.
  private MenuItem item(Shortcut shortcut, MenuButton button, Runnable action) {
    MenuItem item =
        item(
            shortcut.key(),
            () -> {
              Typing.commit(button.getScene());
              action.run();
            });
    item.setAccelerator(shortcut.keys().getFirst());
    return item;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(text.say("shell.file." + key));
    item.setId("file-" + key);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
