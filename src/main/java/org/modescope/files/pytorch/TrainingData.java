package org.modescope.files.pytorch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Targets;
import org.modescope.files.SafetensorsWriter;

/// The rows of a training besides its input: targets, and what validation is measured with. What is
/// drawn is drawn by the script, all else lies in a file beside it.
///
/// @param experiment one with a training
record TrainingData(Experiment experiment, Training training) {
  /// What lies in the file, under the names that the script gives it.
  private enum Part {
    TARGET("target"),
    HELD("held"),
    HELD_TARGET("held_target");

    private final String key;

    Part(String key) {
      this.key = key;
    }
  }

  static TrainingData of(Experiment experiment) {
    return new TrainingData(experiment, experiment.training().orElseThrow());
  }

  /// Whether there is anything that is not drawn.
  boolean isCarried() {
    return !isDrawn(training.target())
        || training
            .validation()
            .filter(held -> !isDrawn(held.input()) || !isDrawn(held.target()))
            .isPresent();
  }

  /// The lines that make them, in the order in which they are drawn.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    addTarget(lines, Part.TARGET, training.target());
    training
        .validation()
        .ifPresent(
            held -> {
              if (held.input() instanceof InputSpec.Drawn drawn) {
                lines.addAll(InputLine.drawn(Part.HELD.key, drawn));
              } else {
                lines.add(read(Part.HELD, ""));
              }
              addTarget(lines, Part.HELD_TARGET, held.target());
            });
    return lines;
  }

  private void addTarget(List<String> lines, Part part, TargetSpec target) {
    String converted = training.loss().targets() == Targets.CLASSES ? ".long()" : "";
    if (target instanceof Training.Given(InputSpec.Drawn drawn)) {
      lines.addAll(InputLine.drawn(part.key, drawn));
      if (!converted.isEmpty()) {
        lines.add("%s = %s.flatten()%s".formatted(part.key, part.key, converted));
      }
    } else {
      lines.add(read(part, converted));
    }
  }

  private static String read(Part part, String converted) {
    return "%s = read_tensors(\"%s\")[\"%s\"]%s"
        .formatted(part.key, PyTorchExport.TRAINING, part.key, converted);
  }

  /// Adds what is not drawn.
  void addTo(SafetensorsWriter writer) throws IOException {
    Generator unread = Generator.seeded(experiment.seed());
    LabelledRows rows =
        LabelledRows.of(experiment.input(), training.target(), training.loss(), unread);
    add(writer, Part.TARGET, rows, training.target());
    if (training.validation().isPresent()) {
      Training.Validation held = training.validation().get();
      LabelledRows measured = LabelledRows.ofValidation(held, experiment.input(), training, unread);
      if (!isDrawn(held.input())) {
        writer.add(Part.HELD.key, measured.shape(), measured.values());
      }
      add(writer, Part.HELD_TARGET, measured, held.target());
    }
  }

  private void add(SafetensorsWriter writer, Part part, LabelledRows rows, TargetSpec target)
      throws IOException {
    if (isDrawn(target)) {
      return;
    }
    if (training.loss().targets() == Targets.NUMBERS) {
      writer.add(part.key, rows.targetShape(), rows.targets());
      return;
    }
    float[] classes = new float[rows.classes().length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = rows.classes()[i];
    }
    writer.add(part.key, Shape.of(classes.length), classes);
  }

  private static boolean isDrawn(TargetSpec target) {
    return target instanceof Training.Given(InputSpec.Drawn _);
  }

  private static boolean isDrawn(InputSpec input) {
    return input instanceof InputSpec.Drawn;
  }
}
