package org.modescope.files;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Training;
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

  /// The experiment with every file under another name; what was read from them stays.
  public static Experiment renamed(Experiment experiment, UnaryOperator<String> rename) {
    Optional<Parameters> parameters =
        experiment
            .parameters()
            .map(given -> given.isFromFile() ? given.named(rename.apply(given.file())) : given);
    return experiment
        .withParameters(parameters)
        .withInput(renamed(experiment.input(), rename))
        .withTraining(experiment.training().map(training -> renamed(training, rename)));
  }

  private static Training renamed(Training training, UnaryOperator<String> rename) {
    return new Training(
        training.optimizer(),
        training.loss(),
        renamed(training.target(), rename),
        training.batchSize(),
        training.epochs(),
        training.order(),
        training
            .validation()
            .map(
                held ->
                    new Validation(renamed(held.input(), rename), renamed(held.target(), rename))));
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
