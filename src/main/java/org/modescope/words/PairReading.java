package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.GradMode;
import org.modescope.measure.Agreement;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;
import org.modescope.measure.SettingDifference;
import org.modescope.measure.SettingDifference.OfGradMode;

/// What two runs side by side say: the cause, where only one thing can be it, and its effects.
///
/// @param headline the cause in one sentence
/// @param detail how it comes about, and what stayed the same
public record PairReading(String headline, String detail) {

  public static PairReading of(RunPair pair, Text text) {
    return new Writer(pair, text).write();
  }

  private record Writer(RunPair pair, Text text) {
    /// More differences than these are not all named.
    private static final int MOST_NAMED = 4;

    PairReading write() {
      List<SettingDifference> differences = pair.differences();
      DifferenceWords words = new DifferenceWords(text);
      return switch (differences.size()) {
        case 0 -> new PairReading(text.say("pair.cause.none"), effects());
        case 1 -> {
          SettingDifference only = differences.getFirst();
          yield new PairReading(
              headline(only, words),
              text.paragraph(words.why(only, pair.a().experiment()), effects(), rows()));
        }
        default ->
            new PairReading(
                several(differences, words),
                text.paragraph(text.say("pair.one-at-a-time"), effects(), rows()));
      };
    }

    /// That a switch took the graph away and nothing else can be said only where all else was
    /// measured to be the same.
    private String headline(SettingDifference only, DifferenceWords words) {
      boolean isGraphAlone =
          only instanceof OfGradMode
              && changed().equals(List.of("memory"))
              && unchanged().contains("outputs");
      if (isGraphAlone && pair.b().experiment().gradMode() != GradMode.GRAD && !records(pair.b())) {
        return text.say("pair.graph-alone.gone", "mode", pair.b().experiment().gradMode().key());
      }
      return isGraphAlone && records(pair.b())
          ? text.say("pair.graph-alone.added")
          : words.only(only);
    }

    private static boolean records(Observation seen) {
      return seen.memory().filter(GraphMemory::recorded).isPresent();
    }

    private String several(List<SettingDifference> differences, DifferenceWords words) {
      List<String> names = new ArrayList<>();
      differences.stream().limit(MOST_NAMED).map(words::name).forEach(names::add);
      if (differences.size() > MOST_NAMED) {
        names.add(text.say("pair.differs.more", "count", differences.size() - MOST_NAMED));
      }
      return text.say("pair.cause.several", "count", differences.size(), "what", text.list(names));
    }

    private String effects() {
      List<String> changed = changed();
      List<String> same = unchanged();
      return text.paragraph(
          changed.isEmpty()
              ? ""
              : text.sentence(
                  "pair.effect.changed", "what", named(changed), "count", changed.size()),
          same.isEmpty()
              ? ""
              : text.sentence("pair.effect.same", "what", named(same), "count", same.size()));
    }

    private String rows() {
      boolean isDrawnApart =
          pair.a().output().isPresent()
              && pair.b().output().isPresent()
              && !pair.hasCommonOutputs();
      return isDrawnApart
          ? text.say(
              "pair.other-shape",
              "a",
              pair.a().output().orElseThrow().shape().toString(),
              "b",
              pair.b().output().orElseThrow().shape().toString())
          : "";
    }

    private String named(List<String> parts) {
      return text.list(parts.stream().map(part -> text.say("pair.part." + part)).toList());
    }

    private List<String> changed() {
      return parts(List.of(Agreement.DIFFERENT));
    }

    private List<String> unchanged() {
      return parts(List.of(Agreement.SAME, Agreement.SAME_AS_KEPT));
    }

    private List<String> parts(List<Agreement> wanted) {
      List<String> parts = new ArrayList<>();
      if (wanted.contains(pair.outputs())) {
        parts.add("outputs");
      }
      if (wanted.contains(pair.statistics())) {
        parts.add("statistics");
      }
      if (wanted.contains(pair.memory())) {
        parts.add("memory");
      }
      return parts;
    }
  }
}
