package org.modescope.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which findings a reading tells: not what its headline says already, not what can be taken for
/// granted, and nothing twice.
final class Telling {
  private static final Set<FindingId> UNTOLD =
      EnumSet.of(
          FindingId.OUTPUTS_VARY,
          FindingId.DROPOUT_ACTIVE,
          FindingId.RANDOM_SLOPES,
          FindingId.DROPOUT_ASLEEP,
          FindingId.BATCH_STATISTICS);

  private Telling() {}

  static List<Finding> of(List<Finding> findings) {
    List<Finding> told = worthTelling(findings);
    return told.isEmpty() ? draws(findings) : told;
  }

  /// What is told of a net of which there is nothing else to tell.
  private static List<Finding> draws(List<Finding> findings) {
    return findings.stream()
        .filter(
            each -> each.id() == FindingId.DROPOUT_ACTIVE || each.id() == FindingId.RANDOM_SLOPES)
        .toList();
  }

  private static List<Finding> worthTelling(List<Finding> findings) {
    Set<String> initial = layersOf(findings, FindingId.RUNNING_STATS_INITIAL);
    boolean isFrozenTold =
        findings.stream().anyMatch(each -> each.id() == FindingId.FROZEN_STATS_MOVE);
    return findings.stream()
        .filter(each -> !UNTOLD.contains(each.id()))
        .filter(
            each -> each.id() != FindingId.RUNNING_STATS_USED || !initial.contains(each.layer()))
        .filter(each -> !(isFrozenTold && isOfFrozen(each)))
        .toList();
  }

  private static Set<String> layersOf(List<Finding> findings, FindingId id) {
    return findings.stream()
        .filter(each -> each.id() == id)
        .map(Finding::layer)
        .collect(Collectors.toSet());
  }

  private static boolean isOfFrozen(Finding finding) {
    return finding instanceof StatisticsFinding.RunningStatsMoved moved && moved.isFrozen();
  }
}
