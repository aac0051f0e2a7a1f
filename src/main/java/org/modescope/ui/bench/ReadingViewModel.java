package org.modescope.ui.bench;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.RunPair;
import org.modescope.ui.pair.Subject;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The reading: what just happened and why, and what to do where a pass was refused.
public final class ReadingViewModel {
  private final Workbench workbench;
  private final Text text;
  private final ObservableValue<Subject> subject;
  private final ReadOnlyObjectWrapper<ReadingFace> face;

  /// The reading of the newest run, or of it and the one that is pinned as A.
  public ReadingViewModel(Desk desk) {
    this(desk, new SimpleObjectProperty<>(Subject.BOTH));
  }

  /// @param subject whose reading is shown while a run is pinned
  public ReadingViewModel(Desk desk, ObservableValue<Subject> subject) {
    workbench = desk.workbench();
    text = desk.text();
    this.subject = subject;
    face = new ReadOnlyObjectWrapper<>(now());
    desk.watch().follow(workbench.observationProperty(), _ -> show());
    desk.watch().follow(workbench.experimentProperty(), _ -> show());
    desk.watch().follow(workbench.staleProperty(), _ -> show());
    desk.watch().follow(workbench.pin().pinnedProperty(), _ -> show());
    desk.watch().follow(subject, _ -> show());
    desk.watch().follow(workbench.draft().openProperty(), _ -> show());
    desk.watch().follow(workbench.draft().readProperty(), _ -> show());
  }

  /// What the reading shows now.
  public ReadOnlyObjectProperty<ReadingFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// The paths of the layers that the reading may name.
  Set<String> layers() {
    return PlacedLayer.of(workbench.experiment()).stream()
        .map(PlacedLayer::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Points at a layer, or no longer at any where the path is empty.
  void pointAt(String layer) {
    workbench.focus().point(Target.layer(layer));
  }

  /// Does what was proposed, to the net in hand.
  public void take(Proposal proposal) {
    proposal.action().ifPresent(action -> action.accept(workbench));
  }

  private void show() {
    face.set(now());
  }

  private ReadingFace now() {
    if (workbench.draft().isOpen()) {
      return DraftReading.of(workbench.draft(), workbench.observation().isPresent(), text);
    }
    return workbench.pair().flatMap(this::ofPair).orElseGet(this::ofNewest);
  }

  /// What a refusal says is more than that there is nothing to compare.
  private Optional<ReadingFace> ofPair(RunPair pair) {
    return switch (subject.getValue()) {
      case BOTH ->
          pair.b().refusal().isPresent()
              ? Optional.empty()
              : Optional.of(ReadingFace.of(pair, isStale(), text));
      case A -> Optional.of(ReadingFace.of(pair.a(), false, text));
      case B -> Optional.empty();
    };
  }

  private boolean isStale() {
    return workbench.staleProperty().get();
  }

  private ReadingFace ofNewest() {
    return workbench
        .observation()
        .map(seen -> ReadingFace.of(seen, isStale(), text))
        .orElseGet(() -> ReadingFace.before(workbench.experiment(), text));
  }
}
