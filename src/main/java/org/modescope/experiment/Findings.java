package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;

/// What a run gives to know, as a list that scripts can read.
public final class Findings {
  private Findings() {}

  /// The findings of a run, in order of the net.
  public static List<Finding> of(Observation seen) {
    List<Finding> findings = new ArrayList<>();
    for (PlacedLayer layer : RandomLayers.of(seen.experiment())) {
      findings.add(
          new Finding(
              "dropout-active",
              layer.path(),
              "%s draws anew on every pass.".formatted(layer.path())));
    }
    return List.copyOf(findings);
  }
}
