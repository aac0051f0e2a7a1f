package org.modescope.ui.pair;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modescope.measure.Agreement;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.instrument.Origins;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.words.Text;

/// What a row of the table of differences is about.
///
/// @param term the entry of the glossary that explains it
/// @param target what its figures come from
record RowOrigin(String term, Target target) {

  /// Those of all rows, in the order of the table.
  static List<RowOrigin> of(RunPair pair, Text text) {
    Origins origins = new Origins(text);
    return List.of(
        new RowOrigin(
            "standard-deviation",
            first(pair, run -> origins.variance(run).target()).orElse(Target.NONE)),
        new RowOrigin("share-of-the-way", origins.statistics(statistics(pair)).target()),
        new RowOrigin(
            "held-bytes",
            first(pair, run -> origins.memory(run, Accounting.EXTRA).target())
                .orElse(Target.NONE)));
  }

  /// Of A where a layer of it is to blame, else of B.
  private static Optional<Target> first(RunPair pair, Function<Observation, Target> origin) {
    List<Target> both = Stream.of(pair.a(), pair.b()).map(origin).toList();
    return both.stream()
        .filter(each -> !each.layer().isEmpty())
        .findFirst()
        .or(() -> both.stream().findFirst());
  }

  private static Optional<RunningStatistics> statistics(RunPair pair) {
    List<RunningStatistics> all = pair.b().statistics();
    return all.stream()
        .filter(each -> pair.statistics(each.layer()) == Agreement.DIFFERENT)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
