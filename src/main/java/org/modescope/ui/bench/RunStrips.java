package org.modescope.ui.bench;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
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
  /// Where the window is lower, in sizes of text, recent runs give way to the charts.
  private static final double LEAST_HEIGHT = 55;

  /// The same beside A against B, which takes room itself.
  private static final double LEAST_HEIGHT_BESIDE_A_PAIR = 60;

  private final Desk desk;
  private final Controllers controllers;
  private boolean hasPair;
  private boolean hasRecent;

  /// @param height that of the window, in sizes of text
  RunStrips(Desk desk, PairViewModel pair, ObservableDoubleValue height) {
    this.desk = desk;
    var pinned = desk.workbench().pin().pinnedProperty();
    ObservableBooleanValue hasRoom =
        Bindings.createBooleanBinding(
            () ->
                height.get()
                    >= (pinned.get().isPresent() ? LEAST_HEIGHT_BESIDE_A_PAIR : LEAST_HEIGHT),
            height,
            pinned);
    Text text = desk.text();
    controllers =
        new Controllers()
            .with(PairView.class, () -> new PairView(pair, text))
            .with(
                RecentRunsView.class,
                () -> new RecentRunsView(new RecentRunsViewModel(desk), hasRoom));
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
