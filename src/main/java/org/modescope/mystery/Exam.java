package org.modescope.mystery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.StateLayout;

/// Measures compositions of one mystery net, each once: all trials of it. Not for several threads.
public final class Exam {
  private final MysteryNet net;
  private final Map<Composition, Optional<Report>> reports = new HashMap<>();

  public Exam(MysteryNet net) {
    this.net = net;
  }

  /// Makes a trial with the net as it really is.
  ///
  /// @param passes how many, where the trial asks for it
  public Outcome make(Trial trial, int passes) {
    return Subject.of(net, net.truth()).make(trial, passes);
  }

  /// What can be seen of the net as it really is.
  public Report truth() {
    return report(net.truth()).orElseThrow();
  }

  /// What could be seen of another composition; empty if no net can be made of it.
  public Optional<Report> report(Composition composition) {
    return reports.computeIfAbsent(composition, this::measure);
  }

  /// By what a composition can be told from the truth; nothing if it cannot.
  public List<Fact> differences(Composition composition) {
    return report(composition).map(truth()::differences).orElse(List.of(Fact.SHAPES));
  }

  private Optional<Report> measure(Composition composition) {
    if (!net.canBe(composition)) {
      return Optional.empty();
    }
    Subject subject = Subject.of(net, composition);
    return Optional.of(
        new Report(
            parameters(net.experiment(composition)),
            net.level().tellsParameters(),
            subject.make(Trial.RUN, MysteryNet.PASSES),
            subject.make(Trial.ALONE, 1),
            (Outcome.Company) subject.make(Trial.COMPANY, 1),
            subject.make(Trial.BACKWARD, 1),
            (Outcome.Stretched) subject.make(Trial.STRETCH, 1)));
  }

  private static List<Long> parameters(Experiment experiment) {
    return experiment.network().stream().map(Exam::parameters).toList();
  }

  /// How many numbers a layer learns.
  static long parameters(LayerSpec layer) {
    StateLayout layout = StateLayout.of(List.of(layer));
    return StateLayout.parameterKeys(List.of(layer)).stream()
        .map(key -> layout.entries().get(key))
        .mapToLong(entry -> entry instanceof StateLayout.Floats(var shape) ? shape.elements() : 0)
        .sum();
  }
}
