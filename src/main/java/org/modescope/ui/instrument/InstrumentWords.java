package org.modescope.ui.instrument;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.measure.Observation;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The words around one instrument, kept up with the workbench.
public final class InstrumentWords {
  private final Workbench workbench;
  private final Text language;
  private final Function<Workbench, InstrumentText> words;
  private final ReadOnlyObjectWrapper<InstrumentText> text;
  private final ReadOnlyStringWrapper provenance = new ReadOnlyStringWrapper("");
  private final Function<Observation, InstrumentText> alone;
  private final Function<Observation, Origin> comes;
  private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>(Origin.NONE);
  private final ReadOnlyObjectWrapper<List<PairFigure>> figures =
      new ReadOnlyObjectWrapper<>(List.of());

  /// @param words says what the workbench shows; asked again whenever that changes
  /// @param alone says what a run shows without another beside it
  /// @param comes says what a run's figures come from
  InstrumentWords(
      Workbench workbench,
      Watch watch,
      Text language,
      Function<Workbench, InstrumentText> words,
      Function<Observation, InstrumentText> alone,
      Function<Observation, Origin> comes) {
    this.workbench = workbench;
    this.alone = alone;
    this.comes = comes;
    this.language = language;
    this.words = words;
    text = new ReadOnlyObjectWrapper<>(words.apply(workbench));
    watch.follow(workbench.observationProperty(), _ -> refresh());
    watch.follow(workbench.experimentProperty(), _ -> refresh());
    watch.follow(workbench.staleProperty(), _ -> refresh());
    watch.follow(workbench.pin().pinnedProperty(), _ -> refresh());
  }

  void refresh() {
    text.set(words.apply(workbench));
    figures.set(workbench.pair().map(pair -> PairFigure.of(pair, alone)).orElse(List.of()));
    origin.set(workbench.observation().map(comes).orElse(Origin.NONE));
    provenance.set(
        workbench
            .observation()
            .filter(_ -> workbench.staleProperty().get())
            .filter(InstrumentWords::hasResults)
            .map(seen -> Provenance.of(seen.experiment(), language))
            .orElse(""));
  }

  public ReadOnlyObjectProperty<InstrumentText> textProperty() {
    return text.getReadOnlyProperty();
  }

  /// The headline figures of both runs, where one is pinned and another was made.
  public ReadOnlyObjectProperty<List<PairFigure>> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /// What the figures around the chart were computed from.
  public ReadOnlyObjectProperty<Origin> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /// Points at something in the window, or no longer at anything.
  void point(Target target) {
    workbench.focus().point(target);
  }

  /// Where the results come from, if not from the experiment in hand; empty otherwise.
  public ReadOnlyStringProperty provenanceProperty() {
    return provenance.getReadOnlyProperty();
  }

  private static boolean hasResults(Observation seen) {
    return seen.output().isPresent() || seen.refusal().isPresent();
  }
}
