package org.modescope.ui.mates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.modescope.experiment.Asleep;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.HeldInEval;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RowCoupling;
import org.modescope.measure.Fault;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.RowAnswers;
import org.modescope.nn.Mode;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Text;

/// What is read at the bottom of the screen.
///
/// @param text the language
record MatesReadingWords(Text text) {
  private static final int MOST_NAMES = 2;

  MatesReading before(Experiment experiment) {
    return new MatesReading(
        text.say("mates.before.headline"),
        text.say(
            BatchWords.isAlone(experiment) ? "mates.before.alone" : "mates.before.detail",
            "companies",
            MatesViewModel.COMPANIES,
            "rows",
            experiment.input().shape().size(0)),
        "",
        "",
        List.of());
  }

  MatesReading of(Mates seen, Experiment inHand) {
    if (seen.status() == Status.FAILED) {
      boolean isShortage =
          seen.fault().filter(fault -> fault.kind() == Fault.Kind.SHORTAGE).isPresent();
      return plain(
          "mates.failed.headline", isShortage ? "mates.failed.shortage" : "mates.failed.ours");
    }
    if (seen.refusal().isPresent() && (seen.train().isEmpty() || seen.eval().isEmpty())) {
      return refused(seen, seen.refusal().get(), inHand);
    }
    if (seen.train().isEmpty() || seen.eval().isEmpty() || seen.focus().isEmpty()) {
      return plain("mates.running.headline", "mates.running.detail");
    }
    return told(seen, seen.focus().get(), inHand);
  }

  private MatesReading plain(String headline, String detail) {
    return new MatesReading(text.say(headline), text.say(detail), "", "", List.of());
  }

  private MatesReading refused(Mates seen, Refusal refusal, Experiment inHand) {
    String usual =
        seen.eval()
            .filter(eval -> eval.companies() > 0)
            .map(
                eval ->
                    text.say(
                        "mates.refused.eval",
                        "answer",
                        text.numbers().size(eval.of(eval.moving())[0])))
            .orElse("");
    return new MatesReading(
        text.say(
            seen.asked().rows() == 1 ? "mates.refused.alone" : "mates.refused.headline",
            "row",
            seen.focus().map(Focus::row).orElse(0)),
        text.paragraph(ExplanationWords.of(refusal.explanation(), text), usual),
        refusal.errorType() + ": " + refusal.message(),
        "",
        new MatesTrials(text).afterRefusal(refusal, seen, inHand));
  }

  private MatesReading told(Mates seen, Focus focus, Experiment inHand) {
    RowAnswers train = seen.train().orElseThrow();
    RowAnswers eval = seen.eval().orElseThrow();
    List<PlacedLayer> layers = RowCoupling.of(seen.experiment().withMode(Mode.TRAIN));
    String headline = headline(seen, focus, train, eval, layers);
    return new MatesReading(
        headline,
        text.paragraph(company(focus, train), changed(seen, train), modes(train, eval)),
        "",
        asleep(seen.experiment()),
        new MatesTrials(text).of(seen, inHand));
  }

  private String headline(
      Mates seen, Focus focus, RowAnswers train, RowAnswers eval, List<PlacedLayer> layers) {
    int row = focus.row();
    if (!isFinite(train) || !isFinite(eval)) {
      return text.say("mates.headline.notfinite");
    }
    if (!eval.identical()) {
      List<PlacedLayer> kept = RowCoupling.of(seen.experiment().withMode(Mode.EVAL));
      return text.say(
          "mates.headline.eval", "row", row, "layers", names(kept), "count", kept.size());
    }
    if (train.identical()) {
      return still(seen, row, layers);
    }
    if (focus.coupling().isPresent()) {
      return text.say("mates.headline.two", "layer", text.layer(focus.coupling().get().layer()));
    }
    return layers.isEmpty()
        ? text.say("mates.headline.unknown", "row", row)
        : text.say(
            "mates.headline.train", "row", row, "layers", names(layers), "count", layers.size());
  }

  private String still(Mates seen, int row, List<PlacedLayer> layers) {
    if (layers.isEmpty()) {
      List<PlacedLayer> held = HeldInEval.couplingRows(seen.experiment());
      return held.isEmpty()
          ? text.say("mates.headline.none")
          : text.say("mates.headline.held", "layers", names(held), "count", held.size());
    }
    if (seen.asked().rows() == 1) {
      return text.say("mates.headline.alone", "row", row);
    }
    return text.say(Kept.isFixed(seen) ? "mates.headline.fixed" : "mates.headline.same");
  }

  private String company(Focus focus, RowAnswers train) {
    int companies = train.companies();
    if (train.identical()) {
      return text.say("mates.detail.same", "companies", companies, "row", focus.row());
    }
    String sd = text.numbers().size(train.deviation()[train.moving()]);
    return focus.coupling().isPresent()
        ? text.say(
            "mates.detail.two",
            "channels",
            focus.coupling().get().focus().length,
            "row",
            focus.row(),
            "companies",
            companies,
            "answers",
            train.distinct(),
            "sd",
            sd)
        : text.say(
            "mates.detail.company", "companies", companies, "answers", train.distinct(), "sd", sd);
  }

  private String changed(Mates seen, RowAnswers train) {
    if (seen.changed().isEmpty()) {
      return "";
    }
    int output = train.moving();
    float before = train.values().getLast()[output];
    float after = seen.changed().get().train().values().getLast()[output];
    return text.say(
        Float.compare(before, after) == 0 ? "mates.detail.unmoved" : "mates.detail.moved",
        "mate",
        seen.asked().change().orElseThrow().mateAmong(seen.asked().rows()),
        "before",
        text.numbers().size(before),
        "after",
        text.numbers().size(after));
  }

  private String modes(RowAnswers train, RowAnswers eval) {
    if (!eval.identical()) {
      return "";
    }
    return text.say(train.identical() ? "mates.detail.either" : "mates.detail.eval");
  }

  private String asleep(Experiment experiment) {
    List<PlacedLayer> sleepers = Asleep.sleepers(experiment);
    return sleepers.isEmpty()
        ? ""
        : text.say("mates.asleep", "layers", names(sleepers), "count", sleepers.size());
  }

  private String names(List<PlacedLayer> layers) {
    List<String> first =
        layers.stream().limit(MOST_NAMES).map(layer -> text.layer(layer.path())).toList();
    return layers.size() <= MOST_NAMES
        ? text.list(first)
        : text.say("mates.more", "names", text.list(first), "count", layers.size() - MOST_NAMES);
  }

  private static boolean isFinite(RowAnswers answers) {
    return Stream.of(answers.values())
        .flatMap(List::stream)
        .allMatch(
            answer -> {
              double[] numbers = new double[answer.length];
              Arrays.setAll(numbers, index -> answer[index]);
              return Arrays.stream(numbers).allMatch(Double::isFinite);
            });
  }
}
