package org.modescope.ui.pair;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The recent runs as a menu, which is there in windows of any height: each run with the way back
/// to it and its pin.
public final class RecentRunsMenu {
  private final RecentRunsViewModel model;
  private final Menu menu = new Menu();

  private RecentRunsMenu(RecentRunsViewModel model, Text text) {
    this.model = model;
    menu.setText(text.say("pair.recent.accessible"));
    menu.setId("recent-runs");
  }

  /// The menu, kept up with the runs as long as the desk is.
  public static Menu of(Desk desk) {
    RecentRunsMenu made = new RecentRunsMenu(new RecentRunsViewModel(desk), desk.text());
    desk.watch().keep(made.model.chipsProperty().subscribe(made::show));
    return made.menu;
  }

  private void show(List<RunChip> chips) {
    menu.setDisable(chips.isEmpty());
    menu.getItems().setAll(chips.stream().map(this::run).toList());
  }

  private MenuItem run(RunChip chip) {
    Menu run = new Menu(chip.text());
    run.setMnemonicParsing(false);
    run.setId("run-menu-" + chip.run().number());
    run.getItems().add(item("run-back-", chip, chip.hint(), () -> model.goBackTo(chip)));
    if (!chip.pinHint().isEmpty()) {
      run.getItems().add(item("run-pin-", chip, chip.pinHint(), () -> model.pin(chip)));
    }
    return run;
  }

  private static MenuItem item(String id, RunChip chip, String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setId(id + chip.run().number());
    item.setOnAction(_ -> action.run());
    return item;
  }
}
