package org.modescope.ui.bench;

import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.pair.PairView;
import org.modescope.ui.pair.PairViewModel;
import org.modescope.ui.pair.RecentRunsView;
import org.modescope.ui.pair.RecentRunsViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The strips above and below the instruments: A against B, and the recent runs. They are built
/// when there first is something to show in them: the window opens without.
final class RunStrips {
  private final Desk desk;
  private final Controllers controllers;
  private boolean hasPair;
  private boolean hasRecent;

  RunStrips(Desk desk, PairViewModel pair) {
    this.desk = desk;
    Text text = desk.text();
    controllers =
        new Controllers()
            .with(PairView.class, () -> new PairView(pair, text))
            .with(RecentRunsView.class, () -> new RecentRunsView(new RecentRunsViewModel(desk)));
  }

  void addOnDemand(ObservableList<Node> column) {
    when(
        desk.workbench().pin().pinnedProperty().map(pinned -> pinned.isPresent()),
        () -> {
          if (!hasPair) {
            hasPair = true;
            column.addFirst(FxmlFile.of(PairView.class).load(desk.text(), controllers));
          }
        });
    when(
        desk.workbench().recentRuns().runsProperty().map(runs -> runs.size() > 1),
        () -> {
          if (!hasRecent) {
            hasRecent = true;
            column.addLast(FxmlFile.of(RecentRunsView.class).load(desk.text(), controllers));
          }
        });
  }

  private void when(ObservableValue<Boolean> needed, Runnable build) {
    desk.watch()
        .follow(
            needed,
            now -> {
              if (now) {
                build.run();
              }
            });
  }
}
