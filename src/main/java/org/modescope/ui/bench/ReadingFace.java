package org.modescope.ui.bench;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Observation;
import org.modescope.experiment.Reading;
import org.modescope.experiment.Refusal;
import org.modescope.experiment.Refusal.Remedy;
import org.modescope.ui.instrument.Figure;
import org.modescope.ui.instrument.Provenance;

/// What the reading shows.
///
/// @param reading the finding
/// @param error PyTorch's own text where the net refused a pass; empty otherwise
/// @param remedies what to do about that
/// @param provenance where the finding comes from, if not from the experiment in hand; empty otherwise
record ReadingFace(Reading reading, String error, List<Remedy> remedies, String provenance) {

  static ReadingFace before(Experiment experiment) {
    int rows = experiment.input().shape().size(0);
    Reading invitation =
        new Reading(
            Reading.Tone.NEUTRAL,
            "The same %s, %s through the same net: will the answers agree?"
                .formatted(
                    rows == 1 ? "row" : Figure.count(rows) + " rows",
                    Figure.count(experiment.passes(), "time", "times")),
            "Make a guess, then press Run. Nothing in the net is trained between passes.",
            List.of("run it in Train", "switch to Eval and run it again"));
    return new ReadingFace(invitation, "", List.of(), "");
  }

  static ReadingFace of(Observation seen, boolean stale) {
    String error =
        seen.refusal()
            .map(refusal -> refusal.errorType() + ": " + refusal.message())
            .orElse("");
    List<Remedy> remedies = seen.refusal().map(Refusal::remedies).orElse(List.of());
    return new ReadingFace(
        explained(seen),
        error,
        remedies,
        stale ? Provenance.of(seen.experiment()) : "");
  }

  private static Reading explained(Observation seen) {
    Optional<Refusal> refusal = seen.refusal();
    Reading reading = seen.reading();
    if (refusal.isEmpty()) {
      return reading;
    }
    boolean saysIt = reading.detail().contains(refusal.get().explanation());
    String detail =
        saysIt ? reading.detail() : refusal.get().explanation() + " " + reading.detail();
    return new Reading(reading.tone(), reading.headline(), detail.strip(), reading.next());
  }
}
