package org.modescope.ui.mates;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.RowAnswers;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// Puts into words and numbers what was measured of one row in changing company.
final class MatesFaces {
  private final Text text;
  private final BatchWords batch;
  private final AnswerWords answers;
  private final SizeWords sizes;
  private final MatesReadingWords reading;

  MatesFaces(Text text) {
    this.text = text;
    batch = new BatchWords(text);
    answers = new AnswerWords(text);
    sizes = new SizeWords(text);
    reading = new MatesReadingWords(text);
  }

  /// Before anything was asked for.
  MatesFace before(Experiment experiment) {
    return new MatesFace(
        "",
        text.say("mates.answers.untitled"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        batch.before(experiment),
        answers.before(experiment),
        sizes.before(),
        reading.before(experiment));
  }

  /// While the first companies are being met.
  MatesFace running() {
    return without(
        "mates.running.empty",
        new MatesReading(
            text.say("mates.running.headline"),
            text.say("mates.running.detail"),
            "",
            "",
            List.of()));
  }

  /// Where there is nothing to show.
  ///
  /// @param why what each card says of that, by its key
  private MatesFace without(String why, MatesReading said) {
    InstrumentText words = new InstrumentText("", HeadlineTone.QUIET, "", "", text.say(why));
    return new MatesFace(
        "",
        text.say("mates.answers.untitled"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        words,
        words,
        words,
        said);
  }

  private static String whyNothing(Mates seen) {
    return switch (seen.status()) {
      case FAILED -> "mates.failed.empty";
      case REFUSED -> "mates.refused.empty";
      case READY, RUNNING, FINISHED, STOPPED -> "mates.running.empty";
    };
  }

  /// @param inHand the experiment in hand
  /// @param selection the mate that is selected
  /// @param stale whether the one in hand computes something else than what was measured
  MatesFace of(Mates seen, Experiment inHand, Selection selection, boolean stale) {
    if (seen.focus().isEmpty()) {
      return without(whyNothing(seen), reading.of(seen, inHand));
    }
    Focus focus = seen.focus().get();
    int output = seen.train().or(seen::eval).map(RowAnswers::moving).orElse(0);
    return new MatesFace(
        stale ? text.say("mates.stale") : startOf(seen),
        text.say("mates.answers.title", "row", focus.row()),
        Optional.of(batch.face(seen, focus, selection)),
        answers.face(seen, output),
        Optional.of(sizes.face(seen, output)),
        batch.around(seen, focus, selection),
        answers.around(seen, output),
        sizes.around(seen, focus, output),
        reading.of(seen, inHand));
  }

  private String startOf(Mates seen) {
    return seen.asked().start() == Start.ON_BENCH ? text.say("mates.from-bench") : "";
  }
}
