package org.modescope.ui.bench;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.ui.instrument.Provenance;
import org.modescope.words.Reading;
import org.modescope.words.Text;

/// What the reading shows.
///
/// @param reading the finding
/// @param error PyTorch's own text where the net refused a pass; empty otherwise
/// @param remedies what to do about that
/// @param provenance where the finding comes from, if not from the experiment in hand; empty
///   otherwise
record ReadingFace(Reading reading, String error, List<Remedy> remedies, String provenance) {

  static ReadingFace before(Experiment experiment, Text text) {
    return new ReadingFace(Reading.before(experiment, text), "", List.of(), "");
  }

  static ReadingFace of(Observation seen, boolean stale, Text text) {
    String error =
        seen.refusal().map(refusal -> refusal.errorType() + ": " + refusal.message()).orElse("");
    List<Remedy> remedies = seen.refusal().map(Refusal::remedies).orElse(List.of());
    return new ReadingFace(
        Reading.of(seen, text),
        error,
        remedies,
        stale ? Provenance.of(seen.experiment(), text) : "");
  }
}
