package org.modescope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.nn.Mode;

/// Work that is timed: prepared once, then done any number of times.
interface Work extends AutoCloseable {
  /// Does it so many times in a row.
  void repeat(int count);

  /// Gives back what it was prepared with.
  @Override
  default void close() {}

  /// The work of that name; `batch`, `width` and `depth` are followed by a size, as in `batch/256`,
  /// `forward` and `backward` by an experiment's file, as in `forward:layer.modescope.json`.
  static Work named(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? named(name.split("/"))
        : ofFile(name.substring(0, colon), Path.of(name.substring(colon + 1)));
  }

  private static Work ofFile(String name, Path file) {
    try {
      Experiment experiment = ExperimentFile.read(file);
      return switch (name) {
        case "forward" -> SinglePasses.withGradientOfInput(experiment);
        case "backward" -> new BackwardPasses(experiment);
        default -> throw new IllegalArgumentException("no work of a file is called " + name);
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Work named(String[] parts) {
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
      case "resnet18-train-backward" ->
          new BackwardPasses(Nets.resNet18().withMode(Mode.TRAIN).withGradMode(GradMode.GRAD));
      default -> throw new IllegalArgumentException("no work is called " + parts[0]);
    };
  }
}
