package org.modescope.measure;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Explanation;
import org.modescope.experiment.Experiment;
import org.modescope.nn.PassRefusedException;

/// Why the net refused a pass, as PyTorch would.
///
/// @param layer the layer that refused
/// @param errorType PyTorch's exception type, such as `ValueError`
/// @param message PyTorch's own text
/// @param explanation what it means
/// @param remedies what to do, in the order in which to try
public record Refusal(
    String layer,
    String errorType,
    String message,
    Explanation explanation,
    List<Remedy> remedies) {

  public Refusal {
    remedies = List.copyOf(remedies);
  }

  /// Explains why the net of an experiment refused.
  public static Refusal of(PassRefusedException refused, Experiment experiment) {
    return Refusals.explain(refused, experiment);
  }

  /// This with something else to try first.
  public Refusal remediedFirstBy(Remedy first) {
    List<Remedy> all = new ArrayList<>();
    all.add(first);
    all.addAll(remedies);
    return new Refusal(layer, errorType, message, explanation, all);
  }
}
