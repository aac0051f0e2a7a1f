package org.modescope.ui.pair;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.SeenRun;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The runs that were seen last, to go back to or to pin.
public final class RecentRunsViewModel {
  private final Workbench workbench;
  private final Text text;
  private final RunWords words;
  private final ReadOnlyObjectWrapper<List<RunChip>> chips = new ReadOnlyObjectWrapper<>(List.of());

  public RecentRunsViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    words = new RunWords(text);
    desk.watch().follow(workbench.recentRuns().runsProperty(), _ -> show());
    desk.watch().follow(workbench.pin().pinnedProperty(), _ -> show());
  }

  /// The newest first.
  ReadOnlyObjectProperty<List<RunChip>> chipsProperty() {
    return chips.getReadOnlyProperty();
  }

  void goBackTo(RunChip chip) {
    workbench.goBackTo(chip.run());
  }

  /// Pins a run as A; lets go of it where it is that one.
  void pin(RunChip chip) {
    if (chip.isPinned()) {
      workbench.pin().unpin();
    } else {
      chip.run().seen().ifPresent(workbench.pin()::pin);
    }
  }

  private void show() {
    chips.set(workbench.recentRuns().runsProperty().get().stream().map(this::chip).toList());
  }

  private RunChip chip(SeenRun run) {
    String setting = words.switches(run.experiment());
    String figure = words.figure(run);
    boolean isPinned = run.seen().isPresent() && run.seen().equals(workbench.pin().pinned());
    String hint =
        text.say(
            run.seen().isPresent() ? "pair.recent.hint" : "pair.recent.hint.no-result",
            "number",
            run.number(),
            "setting",
            words.setting(run.experiment(), true),
            "figure",
            figure);
    String pinHint =
        run.seen().filter(seen -> seen.progress().series() > 0).isEmpty()
            ? ""
            : isPinned
                ? text.say("pair.unpin")
                : text.say("pair.recent.pin", "number", run.number());
    return new RunChip(
        run,
        text.say("pair.recent.run", "setting", setting, "figure", figure),
        hint,
        pinHint,
        isPinned);
  }
}
