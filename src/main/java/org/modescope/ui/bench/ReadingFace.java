package org.modescope.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.measure.RunPair;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.Provenance;
import org.modescope.words.Findings;
import org.modescope.words.PairReading;
import org.modescope.words.PresetWords;
import org.modescope.words.Reading;
import org.modescope.words.Reading.Tone;
import org.modescope.words.RemedyWords;
import org.modescope.words.Suggestion;
import org.modescope.words.Text;
import org.modescope.words.Told;

/// What the reading shows.
///
/// @param tone what it is about
/// @param headline the most important thing, in one sentence
/// @param note what the experiment says of itself; empty where that is not the question
/// @param detail why, in one to three sentences
/// @param error PyTorch's own text where the net refused a pass; empty otherwise
/// @param remedies what to do about that
/// @param next what to try
/// @param findings all that is known of the run, each in a sentence or two; empty while it goes on
/// @param provenance where the finding comes from, if not from the experiment in hand; empty
///   otherwise
public record ReadingFace(
    Tone tone,
    String headline,
    String note,
    String detail,
    String error,
    List<Proposal> remedies,
    List<Proposal> next,
    List<String> findings,
    String provenance) {

  /// How many of B's proposals stand before the one that is about A.
  private static final int MOST_BESIDE_A = 2;

  /// An invitation, before anything has run.
  static ReadingFace before(Experiment experiment, Text text) {
    Reading asked = Reading.before(experiment, text);
    return new ReadingFace(
        Tone.NEUTRAL,
        asked.headline(),
        PresetWords.note(experiment, text).replace('\n', ' ').strip(),
        asked.detail(),
        "",
        List.of(),
        List.of(
            Proposal.tryOut(text.say("bench.before.train"), before -> before.withMode(Mode.TRAIN)),
            Proposal.tryOut(text.say("bench.before.eval"), before -> before.withMode(Mode.EVAL))),
        List.of(),
        "");
  }

  static ReadingFace of(Observation seen, boolean stale, Text text) {
    if (seen.refusal().isPresent() && stale) {
      return changedSinceRefused(seen, text);
    }
    Reading reading = Reading.of(seen, text);
    List<Remedy> remedies = seen.refusal().map(Refusal::remedies).orElse(List.of());
    return new ReadingFace(
        reading.tone(),
        reading.headline(),
        "",
        reading.detail(),
        seen.refusal().map(each -> each.errorType() + ": " + each.message()).orElse(""),
        remedies.stream().map(each -> proposal(each, text)).toList(),
        reading.next().stream().map(ReadingFace::proposal).toList(),
        findings(seen, text),
        stale ? Provenance.of(seen.experiment(), text) : "");
  }

  /// A against B: the cause, its effects, and how to go on from B.
  static ReadingFace of(RunPair pair, boolean stale, Text text) {
    ReadingFace ofB = of(pair.b(), stale, text);
    PairReading reading = PairReading.of(pair, text);
    List<Proposal> next = new ArrayList<>(ofB.next().stream().limit(MOST_BESIDE_A).toList());
    next.add(new Proposal(text.say("pair.pin-b"), Optional.of(bench -> bench.pin().pin(pair.b()))));
    return new ReadingFace(
        ofB.tone(),
        reading.headline(),
        "",
        reading.detail(),
        "",
        List.of(),
        next,
        ofB.findings(),
        ofB.provenance());
  }

  /// What was refused is no longer on the bench: neither the error nor what to do about it is.
  private static ReadingFace changedSinceRefused(Observation seen, Text text) {
    return new ReadingFace(
        Tone.NEUTRAL,
        text.say("bench.changed.headline"),
        "",
        text.say("bench.changed.detail"),
        "",
        List.of(),
        List.of(Proposal.tryOut(text.say("bench.changed.run"), UnaryOperator.identity())),
        List.of(),
        Provenance.of(seen.experiment(), text));
  }

  private static Proposal proposal(Suggestion suggestion) {
    return Proposal.tryOut(suggestion.text(), suggestion::apply);
  }

  private static Proposal proposal(Remedy remedy, Text text) {
    return Proposal.edit(RemedyWords.of(remedy, text), remedy::apply);
  }

  private static List<String> findings(Observation seen, Text text) {
    return seen.progress().status() == Status.RUNNING
        ? List.of()
        : Findings.told(seen, text).stream().map(Told::text).toList();
  }
}
