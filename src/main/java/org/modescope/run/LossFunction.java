package org.modescope.run;

import java.util.OptionalInt;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.nn.PassRefusedException;

/// What a training makes small, and which answers it counts as right.
///
/// @param loss by PyTorch's name
record LossFunction(Training.Loss loss) {
  /// The least probability that is read as a yes, as a logit.
  private static final float YES = 0;

  /// The loss of an output, a mean over the rows of a batch; a scalar.
  ///
  /// @throws PassRefusedException if output and targets do not fit
  Tensor of(Tensor output, LabelledRows batch) {
    try {
      return switch (loss) {
        case MSE -> output.meanSquaredError(target(batch));
        case CROSS_ENTROPY -> output.crossEntropy(batch.classes());
        case BCE_WITH_LOGITS -> output.binaryCrossEntropyWithLogits(target(batch));
        case NLL -> output.negativeLogLikelihood(batch.classes());
        case L1 -> output.meanAbsoluteError(target(batch));
      };
    } catch (TorchException refused) {
      throw new PassRefusedException(loss.torchName(), refused);
    }
  }

  private static Tensor target(LabelledRows batch) {
    return Tensor.input(batch.targetShape(), batch.targets());
  }

  /// How many answers of an output that has a loss are right; empty where none is right or wrong.
  OptionalInt right(Tensor output, LabelledRows batch) {
    return switch (loss) {
      case MSE, L1 -> OptionalInt.empty();
      case CROSS_ENTROPY, NLL -> OptionalInt.of(rightClasses(output.values(), batch.classes()));
      case BCE_WITH_LOGITS -> rightBits(output.values(), batch.targets());
    };
  }

  /// How many answers there are.
  int answers(LabelledRows batch) {
    return loss == Training.Loss.BCE_WITH_LOGITS ? batch.targets().length : batch.count();
  }

  /// The first of the largest scores is the answer, as `argmax` has it; not a number is larger than
  /// any.
  private static int rightClasses(float[] scores, int[] classes) {
    int width = scores.length / classes.length;
    int right = 0;
    for (int row = 0; row < classes.length; row++) {
      int best = 0;
      for (int i = 1; i < width; i++) {
        if (Float.compare(scores[row * width + i], scores[row * width + best]) > 0) {
          best = i;
        }
      }
      right += best == classes[row] ? 1 : 0;
    }
    return right;
  }

  /// Only yes and no can be right: a target between them is a share.
  private static OptionalInt rightBits(float[] logits, float[] targets) {
    int right = 0;
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] != 0 && targets[i] != 1) {
        return OptionalInt.empty();
      }
      right += logits[i] > YES == (targets[i] == 1) ? 1 : 0;
    }
    return OptionalInt.of(right);
  }
}
