package org.modescope.ui.pair;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Pin;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.PairTable;
import org.modescope.words.Text;

/// The run that is pinned as A and the newest beside it: their settings and in what they differ.
public final class PairViewModel {
  private final Workbench workbench;
  private final Pin pin;
  private final Text text;
  private final RunWords words;
  private final ReadOnlyObjectWrapper<PairFace> face = new ReadOnlyObjectWrapper<>(PairFace.NONE);
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(Subject.BOTH);

  public PairViewModel(Desk desk) {
    workbench = desk.workbench();
    pin = workbench.pin();
    text = desk.text();
    words = new RunWords(text);
    desk.watch().follow(workbench.observationProperty(), _ -> show());
    desk.watch().follow(pin.pinnedProperty(), _ -> show());
  }

  ReadOnlyObjectProperty<PairFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// Whose reading is shown.
  public ObjectProperty<Subject> subjectProperty() {
    return subject;
  }

  /// Whether runs begin where A began.
  BooleanProperty sameStartProperty() {
    return pin.sameStartProperty();
  }

  boolean canStartAlike() {
    return pin.canStartAlike();
  }

  /// What to know about beginning where A began.
  String sameStartHint() {
    return pin.pinned()
        .filter(_ -> !pin.canStartAlike())
        .map(
            a ->
                text.say(
                    "pair.same-start.impossible", "passes", Math.toIntExact(a.progress().before())))
        .orElseGet(() -> text.say("pair.same-start.hint"));
  }

  void unpin() {
    pin.unpin();
  }

  /// What the rows of the table are about; empty while there is no table.
  List<RowOrigin> origins() {
    return workbench.pair().map(pair -> RowOrigin.of(pair, text)).orElse(List.of());
  }

  /// Points at something in the window, or no longer at anything.
  void point(Target target) {
    workbench.focus().point(target);
  }

  private void show() {
    Optional<RunPair> pair = workbench.pair();
    if (pair.isEmpty()) {
      // There is nothing to read of B, or of both, yet.
      subject.set(Subject.BOTH);
    }
    face.set(pair.map(this::both).or(() -> pin.pinned().map(this::alone)).orElse(PairFace.NONE));
  }

  private PairFace both(RunPair pair) {
    boolean isNamed = !pair.a().experiment().name().equals(pair.b().experiment().name());
    return new PairFace(
        words.setting(pair.a().experiment(), isNamed),
        words.setting(pair.b().experiment(), isNamed),
        words.passes(pair),
        new PairTable(pair, text).rows());
  }

  private PairFace alone(Observation a) {
    return new PairFace(
        words.setting(a.experiment(), false),
        "",
        text.say("pair.passes", "count", a.progress().series()),
        List.of());
  }
}
