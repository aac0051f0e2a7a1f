package org.modescope.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.Observation;

/// What a run gives to know, as facts. `docs/findings.md` says when each appears.
public final class Findings {
  private Findings() {}

  /// The findings of a run: what explains most of what was seen comes first; those of one kind
  /// follow the order of the net.
  public static List<Finding> of(Observation seen) {
    List<Finding> findings = new ArrayList<>(NetFindings.ofAnyRun(seen));
    if (seen.output().isPresent()) {
      findings.addAll(RandomFindings.of(seen));
      findings.addAll(StatisticsFindings.of(seen));
      findings.addAll(NetFindings.ofPasses(seen));
      findings.addAll(GraphFindings.of(seen));
    }
    return sorted(findings, seen.experiment());
  }

  /// Findings by their rank, and those of one kind in the order of the net.
  static List<Finding> sorted(List<Finding> findings, Experiment experiment) {
    List<String> paths = PlacedLayer.of(experiment).stream().map(PlacedLayer::path).toList();
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::id)
                .thenComparingInt(finding -> place(finding.layer(), paths)))
        .toList();
  }

  /// The same in words, each as one text: what is to be told of several layers is told once.
  public static List<Told> told(Observation seen, Text text) {
    return Told.of(of(seen), seen.experiment(), text);
  }

  /// What a refusal is about beyond what PyTorch says; empty if there is no more to it.
  public static Optional<String> aboutRefusal(Experiment experiment, Text text) {
    return ChannelsSearch.in(experiment).map(finding -> finding.say(text));
  }

  /// Where a layer stands, or a container's first layer.
  private static int place(String layer, List<String> paths) {
    return IntStream.range(0, paths.size())
        .filter(
            index ->
                !layer.isEmpty()
                    && (paths.get(index).equals(layer) || paths.get(index).startsWith(layer + ".")))
        .findFirst()
        .orElse(paths.size());
  }
}
