package org.modescope.bench;

import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// Work that is timed: prepared once, then done any number of times.
interface Work extends AutoCloseable {
  /// Does it so many times in a row.
  void repeat(int count);

  /// Gives back what it was prepared with.
  @Override
  default void close() {}

  /// The work of that name; `batch`, `width` and `depth` are followed by a size, as in `batch/256`.
  static Work named(String name) {
    String[] parts = name.split("/");
    int size = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return switch (parts[0]) {
      case "simplenet-train-grad" -> new BlockRun(Nets.simpleNet());
      case "simplenet-eval-no-grad" ->
          new BlockRun(Nets.simpleNet().withMode(Mode.EVAL).withGradMode(GradMode.NO_GRAD));
      case "mycomplexnet-train-grad" -> new BlockRun(Nets.myComplexNet());
      case "batch" -> new BlockRun(Nets.simpleNet(size));
      case "width" -> new BlockRun(Nets.wide(size));
      case "depth" -> new BlockRun(Nets.deep(size));
      case "mask" -> new Masks();
      case "step" -> new Steps(Nets.simpleNet());
      case "pass" -> new SinglePasses(Nets.simpleNet());
      case "training-step" -> new TrainingSteps(Nets.simpleNet());
      case "resnet18-eval-no-grad" -> new SinglePasses(Nets.resNet18());
      default -> throw new IllegalArgumentException("no work is called " + name);
    };
  }
}
