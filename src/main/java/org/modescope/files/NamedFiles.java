package org.modescope.files;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.OldTask;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Validation;

/// The files that an experiment names: its parameters, and tables and tensors that inputs and
/// targets come from.
public final class NamedFiles {
  private NamedFiles() {}

  /// Their names, as the experiment has them.
  public static SequencedSet<String> of(Experiment experiment) {
    SequencedSet<String> names = new LinkedHashSet<>();
    renamed(
        experiment,
        name -> {
          names.add(name);
          return name;
        });
    return names;
  }

  /// The states that it names, of the net it starts from and of an old task's head.
  public static List<Parameters> states(Experiment experiment) {
    return Stream.concat(
            experiment.parameters().filter(Parameters::isFromFile).stream(),
            oldHeads(experiment).stream())
        .toList();
  }

  /// The state of an old task's head, where its training names one.
  static List<Parameters> oldHeads(Experiment experiment) {
    return experiment.training().flatMap(Training::oldTask).map(OldTask::head).stream().toList();
  }

  /// The experiment with every file under another name; what was read from them stays.
  public static Experiment renamed(Experiment experiment, UnaryOperator<String> rename) {
    return experiment
        .withParameters(experiment.parameters().map(given -> renamed(given, rename)))
        .withInput(renamed(experiment.input(), rename))
        .withTraining(experiment.training().map(training -> renamed(training, rename)));
  }

  private static Training renamed(Training training, UnaryOperator<String> rename) {
    return training
        .withLoss(training.loss(), renamed(training.target(), rename))
        .withValidation(
            training
                .validation()
                .map(
                    held ->
                        new Validation(
                            renamed(held.input(), rename), renamed(held.target(), rename))))
        .withOldTask(
            training
                .oldTask()
                .map(
                    task ->
                        new OldTask(
                            renamed(task.input(), rename),
                            renamed(task.target(), rename),
                            renamed(task.head(), rename))));
  }

  private static Parameters renamed(Parameters given, UnaryOperator<String> rename) {
    return given.isFromFile() ? given.named(rename.apply(given.file())) : given;
  }

  private static TargetSpec renamed(TargetSpec target, UnaryOperator<String> rename) {
    return switch (target) {
      case Training.Given(InputSpec values) -> new Training.Given(renamed(values, rename));
      case Training.Column column -> column;
    };
  }

  private static InputSpec renamed(InputSpec input, UnaryOperator<String> rename) {
    return switch (input) {
      case InputSpec.FromCsv csv ->
          new InputSpec.FromCsv(
              rename.apply(csv.file()),
              csv.reading(),
              csv.table(),
              csv.columns(),
              csv.rows(),
              csv.standardize(),
              csv.fresh());
      case InputSpec.FromSafetensors tensor ->
          new InputSpec.FromSafetensors(
              rename.apply(tensor.file()),
              tensor.tensor(),
              tensor.shape(),
              tensor.type(),
              tensor.values());
      case InputSpec.Drawn drawn -> drawn;
      case InputSpec.FromDataSet rows -> rows;
      case InputSpec.Values written -> written;
    };
  }
}
