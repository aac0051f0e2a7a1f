package org.modescope.ui.bench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.measure.Remedy;
import org.modescope.ui.workbench.Workbench;

/// The reading: what just happened and why, and what to do where a pass was refused.
public final class ReadingViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<ReadingFace> face;

  public ReadingViewModel(Workbench workbench) {
    this.workbench = workbench;
    face = new ReadOnlyObjectWrapper<>(ReadingFace.before(workbench.experiment()));
    workbench.observationProperty().subscribe(_ -> show());
    workbench.experimentProperty().subscribe(_ -> show());
    workbench.staleProperty().subscribe(_ -> show());
  }

  ReadOnlyObjectProperty<ReadingFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// Puts a remedy into effect on the experiment in hand.
  public void apply(Remedy remedy) {
    workbench.edit(remedy::apply);
  }

  private void show() {
    face.set(
        workbench
            .observation()
            .map(seen -> ReadingFace.of(seen, workbench.staleProperty().get()))
            .orElseGet(() -> ReadingFace.before(workbench.experiment())));
  }
}
