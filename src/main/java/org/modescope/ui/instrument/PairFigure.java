package org.modescope.ui.instrument;

import java.util.List;
import java.util.function.Function;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;

/// The headline figure of one run where two are shown.
///
/// @param run `A` or `B`
/// @param setting which switch tells it from the other run; empty where none does
/// @param headline the figure
/// @param tone what it is about
public record PairFigure(String run, String setting, String headline, HeadlineTone tone) {

  /// A's and B's.
  ///
  /// @param alone what is said of a run that is shown alone
  static List<PairFigure> of(RunPair pair, Function<Observation, InstrumentText> alone) {
    return List.of(
        of("A", pair.a(), pair.b().experiment(), alone),
        of("B", pair.b(), pair.a().experiment(), alone));
  }

  private static PairFigure of(
      String run, Observation seen, Experiment other, Function<Observation, InstrumentText> alone) {
    InstrumentText said = alone.apply(seen);
    return new PairFigure(run, setting(seen.experiment(), other), said.headline(), said.tone());
  }

  private static String setting(Experiment own, Experiment other) {
    if (own.mode() != other.mode()) {
      return own.mode().key();
    }
    return own.gradMode() == other.gradMode() ? "" : own.gradMode().key();
  }
}
