package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;

/// Findings of one kind in words: one, or the same of several layers.
///
/// @param findings at least one
/// @param text what they come to
public record Told(List<Finding> findings, String text) {

  public Told {
    findings = List.copyOf(findings);
  }

  /// What kind of findings they are.
  public FindingId id() {
    return findings.getFirst().id();
  }

  /// The line of a training loop that is forgotten; empty where it is about something else.
  public Optional<Forgotten> forgotten() {
    return findings.getFirst() instanceof ForgottenFinding finding
        ? Optional.of(finding.line())
        : Optional.empty();
  }

  /// Tells findings in their order.
  ///
  /// @param findings those of one kind beside each other
  static List<Told> of(List<Finding> findings, Experiment experiment, Text text) {
    List<Told> told = new ArrayList<>();
    int begin = 0;
    while (begin < findings.size()) {
      int end = begin;
      while (end < findings.size() && findings.get(end).id() == findings.get(begin).id()) {
        end++;
      }
      told.addAll(ofOneKind(findings.subList(begin, end), experiment, text));
      begin = end;
    }
    return told;
  }

  private static List<Told> ofOneKind(List<Finding> findings, Experiment experiment, Text text) {
    String together = "finding.several." + findings.getFirst().id().key();
    if (findings.size() == 1 || !text.has(together)) {
      return findings.stream().map(each -> new Told(List.of(each), each.say(text))).toList();
    }
    Layers layers = Layers.of(findings.stream().map(Finding::layer).toList(), experiment);
    return List.of(
        new Told(
            findings,
            text.paragraph(
                text.sentence(together, "layers", layers.say(text)),
                findings.getFirst().aside(text))));
  }
}
