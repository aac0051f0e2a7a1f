package org.modescope.ui.bench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.measure.Remedy;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// The reading: what just happened and why, and what to do where a pass was refused.
public final class ReadingViewModel {
  private final Workbench workbench;
  private final Text text;
  private final ReadOnlyObjectWrapper<ReadingFace> face;

  public ReadingViewModel(Workbench workbench, Text text) {
    this.workbench = workbench;
    this.text = text;
    face = new ReadOnlyObjectWrapper<>(ReadingFace.before(workbench.experiment(), text));
    workbench.observationProperty().subscribe(_ -> show());
    workbench.experimentProperty().subscribe(_ -> show());
    workbench.staleProperty().subscribe(_ -> show());
  }

  ReadOnlyObjectProperty<ReadingFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// What a remedy does, for its button.
  String textOf(Remedy remedy) {
    return RemedyWords.of(remedy, text);
  }

  /// Puts a remedy into effect on the experiment in hand.
  public void apply(Remedy remedy) {
    workbench.edit(remedy::apply);
  }

  private void show() {
    face.set(
        workbench
            .observation()
            .map(seen -> ReadingFace.of(seen, workbench.staleProperty().get(), text))
            .orElseGet(() -> ReadingFace.before(workbench.experiment(), text)));
  }
}
