package org.modescope.ui.net;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.words.Finding;
import org.modescope.words.FindingId;
import org.modescope.words.Findings;
import org.modescope.words.Text;

/// What the last run tells about single layers, for their cards.
///
/// @param refusal why the net refused its last pass, if it did
/// @param findings what was found, in the order of the net
record CardFindings(Optional<Refusal> refusal, List<Finding> findings) {
  static final CardFindings NONE = new CardFindings(Optional.empty(), List.of());

  private static final int MOST = 2;

  /// What surprises comes first; what the card says about the layer anyway is left out.
  private static final List<FindingId> BY_SURPRISE =
      List.of(
          FindingId.NON_FINITE,
          FindingId.ROWS_CHANGED,
          FindingId.PYTORCH_WARNING,
          FindingId.FUNCTIONAL_DROPOUT,
          FindingId.P_ONE,
          FindingId.TWO_ROWS,
          FindingId.VARIANCE_SHIFT,
          FindingId.FROZEN_STATS_MOVE,
          FindingId.RUNNING_STATS_INITIAL,
          FindingId.COUNTER_ALONE,
          FindingId.RANDOM_SLOPES,
          FindingId.DROPOUT_ACTIVE,
          FindingId.RUNNING_STATS_MOVED);

  CardFindings {
    findings = List.copyOf(findings);
  }

  static CardFindings of(Observation seen) {
    return new CardFindings(seen.refusal(), Findings.of(seen));
  }

  /// What to say on the card of a layer, or of a container of layers; a sentence or two, the most
  /// telling first.
  List<String> about(String layer, Text text) {
    return findings.stream()
        .filter(each -> each.layer().equals(layer) || each.layer().startsWith(layer + "."))
        .filter(each -> BY_SURPRISE.contains(each.id()))
        .sorted(Comparator.comparingInt(each -> BY_SURPRISE.indexOf(each.id())))
        .limit(MOST)
        .map(each -> each.say(text))
        .toList();
  }
}
