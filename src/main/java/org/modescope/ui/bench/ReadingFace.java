package org.modescope.ui.bench;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.ui.instrument.Figure;
import org.modescope.ui.instrument.Provenance;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Reading;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What the reading shows.
///
/// @param reading the finding
/// @param error PyTorch's own text where the net refused a pass; empty otherwise
/// @param remedies what to do about that
/// @param provenance where the finding comes from, if not from the experiment in hand; empty
///   otherwise
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
        seen.refusal().map(refusal -> refusal.errorType() + ": " + refusal.message()).orElse("");
    List<Remedy> remedies = seen.refusal().map(Refusal::remedies).orElse(List.of());
    return new ReadingFace(
        explained(seen),
        error,
        remedies,
        stale ? Provenance.of(seen.experiment(), Text.english()) : "");
  }

  private static Reading explained(Observation seen) {
    Reading reading = Reading.of(seen);
    return seen.refusal().map(refusal -> explained(reading, refusal)).orElse(reading);
  }

  /// The reading with the refusal's explanation in it, and without advice that has a button of its
  /// own.
  private static Reading explained(Reading reading, Refusal refusal) {
    String detail =
        reading.detail().contains(ExplanationWords.of(refusal.explanation()))
            ? reading.detail()
            : ExplanationWords.of(refusal.explanation()) + " " + reading.detail();
    List<String> remedies = refusal.remedies().stream().map(RemedyWords::of).toList();
    List<String> next = reading.next().stream().filter(each -> !remedies.contains(each)).toList();
    return new Reading(reading.tone(), reading.headline(), detail.strip(), next);
  }
}
