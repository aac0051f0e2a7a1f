package org.modescope.ui.instrument;

import java.util.List;
import org.modescope.measure.Agreement;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunPair;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.words.Numbers;
import org.modescope.words.PairRow;
import org.modescope.words.PairTable;
import org.modescope.words.Text;

/// What the instruments say while the newest run is shown over the one that is pinned as A.
///
/// @param text the language
record PairText(Text text) {

  /// @param b what is said of B alone
  InstrumentText variance(RunPair pair, InstrumentText b) {
    if (!pair.hasCommonOutputs()) {
      return with(b, b.headline(), text.say("pair.context.alone"), b.sentence());
    }
    OutputVariance ofA = pair.a().output().orElseThrow();
    OutputVariance ofB = pair.b().output().orElseThrow();
    String sentence =
        switch (pair.outputs()) {
          case SAME ->
              text.say(
                  "pair.variance.same",
                  "count",
                  (long) ofB.passes() * ofB.mean().length,
                  "sd",
                  numbers().size(ofB.meanDeviation()));
          case SAME_AS_KEPT ->
              text.say("pair.variance.same.kept", "sd", numbers().size(ofB.meanDeviation()));
          case DIFFERENT, NOT_COMPARABLE ->
              text.say(
                  "pair.variance.differs",
                  "a",
                  numbers().size(ofA.meanDeviation()),
                  "b",
                  numbers().size(ofB.meanDeviation()),
                  "apart",
                  numbers().size(pair.meansApart()));
        };
    return with(b, headline(pair.outputs(), b), text.say("pair.context"), sentence);
  }

  InstrumentText statistics(RunPair pair, RunningStatistics ofB, InstrumentText b) {
    boolean hasCounterpart =
        pair.statisticsOfA(ofB.layer())
            .filter(ofA -> ofA.channels().length == ofB.channels().length)
            .isPresent();
    if (!hasCounterpart) {
      return with(b, b.headline(), text.say("pair.context.alone"), b.sentence());
    }
    PairRow row = new PairTable(pair, text).statistics(ofB.layer());
    String sentence =
        row.isSame()
            ? text.say("pair.statistics.same", "way", row.b())
            : text.say(
                "pair.statistics.differs",
                "a",
                row.a(),
                "b",
                row.b(),
                "difference",
                row.difference());
    return with(
        b,
        row.isSame() ? text.say("pair.headline.same") : b.headline(),
        text.say("pair.context"),
        sentence);
  }

  InstrumentText memory(RunPair pair, Accounting accounting, InstrumentText b) {
    if (pair.memory() == Agreement.NOT_COMPARABLE) {
      return with(b, b.headline(), text.say("pair.context.alone"), b.sentence());
    }
    long ofA = counted(pair.a().memory().orElseThrow(), accounting);
    long ofB = counted(pair.b().memory().orElseThrow(), accounting);
    String sentence =
        pair.memory() == Agreement.SAME
            ? text.say("pair.memory.same", "bytes", numbers().bytes(ofB))
            : text.say("pair.memory.differs", "a", numbers().bytes(ofA), "b", numbers().bytes(ofB));
    return with(
        b,
        pair.memory() == Agreement.SAME ? text.say("pair.headline.same") : b.headline(),
        text.say("pair.memory.context"),
        sentence);
  }

  private static long counted(GraphMemory memory, Accounting accounting) {
    return memory.recorded() ? accounting.of(memory) : 0;
  }

  private String headline(Agreement agreement, InstrumentText b) {
    return List.of(Agreement.SAME, Agreement.SAME_AS_KEPT).contains(agreement)
        ? text.say("pair.headline.same")
        : b.headline();
  }

  private static InstrumentText with(
      InstrumentText b, String headline, String context, String sentence) {
    return new InstrumentText(headline, b.tone(), context, sentence, b.emptyReason());
  }

  private Numbers numbers() {
    return text.numbers();
  }
}
