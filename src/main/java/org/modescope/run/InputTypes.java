package org.modescope.run;

import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.TypeMisfit;
import org.modescope.nn.PassRefusedException;

/// Refuses inputs of numbers that a net's layers do not take. What is computed is computed in 32
/// bits, so that PyTorch's refusal has to come before.
final class InputTypes {
  private InputTypes() {}

  /// @throws PassRefusedException if a layer does not take numbers of the input's type
  static void check(Experiment experiment, InputSpec input) {
    TypeMisfit.of(experiment, input)
        .ifPresent(
            misfit -> {
              throw new PassRefusedException(
                  misfit.layer(),
                  new TorchException(
                      TorchException.Type.RUNTIME_ERROR,
                      misfit.text(),
                      Explanation.of(
                          misfit.takesIndices() ? Key.INDICES_ARE_WHOLE : Key.OTHER_NUMBERS,
                          "dtype",
                          misfit.type().dtype())));
            });
  }
}
