package org.modescope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Validation;

/// The files that an experiment names, on their way to the folder in which it is saved.
///
/// What lies in that folder already, or below, is named from there and left alone. Tensors come
/// from memory, since they are what the experiment would compute with; a table's file is copied as
/// it is, and written from memory only if it is gone. A name that is taken by something else gets a
/// number: no file is overwritten.
final class CarriedFiles {
  private final Path from;
  private final Path folder;
  private final String stem;
  private final Map<List<String>, String> names = new HashMap<>();
  private final SequencedMap<String, WholeFile.Content> contents = new LinkedHashMap<>();

  /// @param from the folder that the experiment's names start from now
  /// @param folder the folder that they will start from
  /// @param stem what files without a name of their own are called after
  CarriedFiles(Path from, Path folder, String stem) {
    this.from = from.toAbsolutePath().normalize();
    this.folder = folder.toAbsolutePath().normalize();
    this.stem = stem;
  }

  /// The files to be written, by name.
  SequencedMap<String, WholeFile.Content> contents() {
    return contents;
  }

  /// The experiment under the names that its files will have.
  Experiment carry(Experiment experiment) throws IOException {
    Optional<Parameters> parameters = experiment.parameters();
    Optional<Training> training = experiment.training();
    return experiment
        .withInput(carry(experiment.input()))
        .withParameters(parameters.isEmpty() ? parameters : Optional.of(carry(parameters.get())))
        .withTraining(training.isEmpty() ? training : Optional.of(carry(training.get())));
  }

  private Parameters carry(Parameters parameters) throws IOException {
    StoredState state = new StoredState(parameters.state());
    return new Parameters(
        name(List.of(parameters.file()), stem + ".safetensors", state), parameters.state());
  }

  private Training carry(Training training) throws IOException {
    Optional<Validation> held = training.validation();
    return new Training(
        training.optimizer(),
        training.loss(),
        carry(training.target()),
        training.batchSize(),
        training.epochs(),
        training.order(),
        held.isEmpty()
            ? held
            : Optional.of(new Validation(carry(held.get().input()), carry(held.get().target()))));
  }

  private TargetSpec carry(TargetSpec target) throws IOException {
    return switch (target) {
      case Training.Given(InputSpec values) -> new Training.Given(carry(values));
      case Training.Column column -> column;
    };
  }

  private InputSpec carry(InputSpec input) throws IOException {
    return switch (input) {
      case InputSpec.Drawn _, InputSpec.Values _, InputSpec.FromDataSet _ -> input;
      case InputSpec.FromSafetensors tensor ->
          new InputSpec.FromSafetensors(
              name(
                  List.of(tensor.file(), tensor.tensor()),
                  stem + ".input.safetensors",
                  new StoredTensor(tensor)),
              tensor.tensor(),
              tensor.shape(),
              tensor.values());
      case InputSpec.FromCsv csv ->
          new InputSpec.FromCsv(
              name(
                  List.of(csv.file()),
                  stem + ".csv",
                  new StoredTable(resolve(csv.file()), csv.table())),
              csv.table(),
              csv.columns(),
              csv.rows(),
              csv.standardize());
    };
  }

  /// The name that something will have.
  ///
  /// @param named the file that the experiment names, and what in it
  /// @param otherwise a name for it if it has none that can be used
  private String name(List<String> named, String otherwise, StoredContent content)
      throws IOException {
    String known = names.get(named);
    if (known != null) {
      return known;
    }
    Optional<Path> source = resolve(named.getFirst());
    String name;
    if (source.isPresent() && isInFolder(source.get()) && content.isIn(source.get())) {
      name = folder.relativize(source.get()).toString().replace('\\', '/');
    } else {
      name = freeName(source.map(file -> file.getFileName().toString()).orElse(otherwise), content);
    }
    names.put(named, name);
    return name;
  }

  private Optional<Path> resolve(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(from.resolve(name).normalize());
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }

  private boolean isInFolder(Path file) throws IOException {
    return file.startsWith(folder)
        && Files.isRegularFile(file)
        && file.toRealPath().startsWith(folder.toRealPath());
  }

  private String freeName(String wanted, StoredContent content) throws IOException {
    int dot = wanted.lastIndexOf('.');
    String beginning = dot > 0 ? wanted.substring(0, dot) : wanted;
    String ending = wanted.substring(beginning.length());
    String name = wanted;
    for (int number = 2; ; number++) {
      Path file = folder.resolve(name);
      if (!contents.containsKey(name) && Files.notExists(file)) {
        contents.put(name, content.at(file));
        return name;
      }
      if (!contents.containsKey(name) && content.isIn(file)) {
        return name;
      }
      name = "%s-%d%s".formatted(beginning, number, ending);
    }
  }
}
