package org.modescope.ui.bench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The reading: what just happened and why, and what to do where a pass was refused.
public final class ReadingViewModel {
  private final Workbench workbench;
  private final Text text;
  private final ReadOnlyObjectWrapper<ReadingFace> face;

  public ReadingViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    face = new ReadOnlyObjectWrapper<>(now());
    desk.watch().follow(workbench.observationProperty(), _ -> show());
    desk.watch().follow(workbench.experimentProperty(), _ -> show());
    desk.watch().follow(workbench.staleProperty(), _ -> show());
  }

  /// What the reading shows now.
  public ReadOnlyObjectProperty<ReadingFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// Does what was proposed, to the net in hand.
  public void take(Proposal proposal) {
    proposal.action().ifPresent(action -> action.accept(workbench));
  }

  private void show() {
    face.set(now());
  }

  private ReadingFace now() {
    return workbench
        .observation()
        .map(seen -> ReadingFace.of(seen, workbench.staleProperty().get(), text))
        .orElseGet(() -> ReadingFace.before(workbench.experiment(), text));
  }
}
