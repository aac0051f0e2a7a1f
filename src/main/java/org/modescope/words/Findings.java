package org.modescope.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.Observation;

/// What a run gives to know, as a list that scripts can read. `docs/findings.md` says when each
/// appears.
public final class Findings {
  private Findings() {}

  /// The findings of a run in the order of the net; those about the whole net come last.
  public static List<Finding> of(Observation seen) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(NetFindings.ofAnyRun(seen));
    if (seen.output().isPresent()) {
      findings.addAll(RandomFindings.of(seen));
      findings.addAll(StatisticsFindings.of(seen));
      findings.addAll(NetFindings.ofPasses(seen));
      findings.addAll(GraphFindings.of(seen));
    }
    List<String> paths = PlacedLayer.of(seen.experiment()).stream().map(PlacedLayer::path).toList();
    findings.sort(Comparator.comparingInt(finding -> place(finding.layer(), paths)));
    return List.copyOf(findings);
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
