package org.modescope.ui.mystery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.mystery.Course;
import org.modescope.mystery.FactWords;
import org.modescope.mystery.GuessWords;
import org.modescope.mystery.Mark;
import org.modescope.mystery.MarkWords;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.Outcome;
import org.modescope.mystery.Trial;
import org.modescope.mystery.Verdict;
import org.modescope.words.Text;

/// What the screen says: measured numbers before the answer is told, and what gave it away after.
///
/// @param text the language
record MysteryWords(Text text) {

  /// Before anything was tried.
  MysteryReading before() {
    return new MysteryReading(
        text.say("mystery.reading.before"), text.say("mystery.reading.yours"), "");
  }

  /// After a trial.
  MysteryReading of(Outcome outcome) {
    return new MysteryReading(
        text.say("mystery.reading.measured", "what", sentence(outcome)),
        text.say("mystery.reading.yours"),
        outcome.refusal().orElse(""));
  }

  private String sentence(Outcome outcome) {
    FactWords facts = new FactWords(text);
    return switch (outcome) {
      case Outcome.Ran ran ->
          switch (ran.trial()) {
            case ALONE -> facts.alone(ran.refusal());
            case BACKWARD -> facts.backward(ran.refusal());
            case RUN, COMPANY, STRETCH -> ran.seen().output().map(this::varied).orElse("");
          };
      case Outcome.Company company -> facts.company(company.moved());
      case Outcome.Stretched stretched -> facts.course(stretched.course());
    };
  }

  private String varied(OutputVariance output) {
    return output.identical()
        ? text.say("mystery.fact.identical", "passes", output.passes())
        : text.say("mystery.fact.varied", "passes", output.passes(), "answers", output.distinct());
  }

  /// After a check that did not tell the answer.
  MysteryReading counted(int right, int all, int left) {
    return new MysteryReading(
        text.say("mystery.reading.counted", "right", right, "all", all),
        text.say("mystery.reading.left", "left", left),
        "");
  }

  /// Once the answer is told.
  MysteryReading told(Verdict verdict, MysteryNet net) {
    MarkWords marks = new MarkWords(net, text);
    GuessWords names = new GuessWords(text);
    Optional<Mark> first =
        verdict.marks().stream().filter(mark -> mark.result() == Mark.Result.WRONG).findFirst();
    if (first.isEmpty()) {
      return new MysteryReading(
          text.say("mystery.reading.all"), text.say("mystery.reading.all.detail"), "");
    }
    Mark mark = first.get();
    List<String> sentences =
        marks.of(mark, verdict).stream().map(MarkWords.Told::sentence).toList();
    return new MysteryReading(
        text.say(
            "mystery.reading.was",
            "subject",
            names.subject(mark.item()),
            "truth",
            names.item(mark.item(), net.truth()),
            "guess",
            names.item(mark.item(), verdict.guess())),
        text.say("mystery.reading.because", "sentences", String.join("; ", sentences)),
        "");
  }

  /// A trial that was made, in short.
  TriedLine tried(Outcome outcome, int passes) {
    Trial trial = outcome.trial();
    boolean isSeveral = trial == Trial.RUN || trial == Trial.ALONE;
    return new TriedLine(
        text.say("mystery.trial." + trial.key()),
        text.say("mystery.tried.times", "passes", isSeveral ? passes : 1),
        result(outcome));
  }

  private String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ran ran ->
          switch (ran.trial()) {
            case BACKWARD -> backward(ran);
            case ALONE ->
                ran.refusal().isPresent()
                    ? text.say("mystery.tried.refused")
                    : text.say("mystery.tried.accepted", "rest", summary(ran.seen()));
            case RUN, COMPANY, STRETCH -> summary(ran.seen());
          };
      case Outcome.Company company ->
          company.moved() == 0
              ? text.say("mystery.tried.same")
              : text.say("mystery.tried.moved", "moved", text.numbers().figure(company.moved()));
      case Outcome.Stretched stretched -> course(stretched.course());
    };
  }

  private String backward(Outcome.Ran ran) {
    return text.say(ran.refusal().isPresent() ? "mystery.tried.no-grad-fn" : "mystery.tried.works");
  }

  private String summary(Observation seen) {
    List<String> parts = new ArrayList<>();
    seen.output().ifPresent(output -> parts.add(headline(output)));
    if (!seen.statistics().isEmpty()) {
      boolean isMoved = seen.statistics().stream().anyMatch(each -> each.moved());
      parts.add(
          text.say(
              isMoved
                  ? "instrument.statistics.headline.moved"
                  : "instrument.statistics.headline.still"));
    }
    String kept = text.numbers().bytes(seen.memory().map(memory -> memory.extraBytes()).orElse(0L));
    // A number stays with its unit.
    parts.add(kept.replace(' ', '\u00a0'));
    return String.join(", ", parts);
  }

  /// How much passes differed, in a word or a number.
  String headline(OutputVariance output) {
    if (output.passes() == 1) {
      return text.say("instrument.variance.headline.pass");
    }
    return output.identical()
        ? text.say("instrument.variance.headline.identical")
        : text.say(
            "instrument.variance.headline.sd", "sd", text.numbers().size(output.meanDeviation()));
  }

  private String course(Course course) {
    return String.join(
        ", ",
        course.isStraight()
            ? text.say("mystery.tried.straight")
            : text.say("mystery.tried.bent", "off", text.numbers().percent(course.offLine())),
        course.isMirrored()
            ? text.say("mystery.tried.mirrored")
            : text.say("mystery.tried.skewed", "off", text.numbers().percent(course.offMirror())),
        text.say("mystery.tried.growth", "growth", text.numbers().plain(course.growth())));
  }
}
