package org.modescope.lesson.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentPatch;
import org.modescope.files.InvalidFileException;
import org.modescope.lesson.Part.Setup;

/// Reads what the bench is set to, from block to block: each goes on from the one before it.
final class SetupReader {
  /// What a question can set.
  static final List<String> KEYS = keys("experiment", "rewind");

  /// What a block of its own can set.
  static final List<String> KEYS_OF_BLOCK = keys("experiment", "rewind", "run");

  private Experiment experiment;

  SetupReader(Experiment experiment) {
    this.experiment = experiment;
  }

  private static List<String> keys(String... own) {
    List<String> keys = new ArrayList<>(List.of(own));
    keys.addAll(ExperimentPatch.KEYS);
    return List.copyOf(keys);
  }

  /// The setting as it stands.
  Setup present() {
    return new Setup(experiment, false);
  }

  /// The setting after what a mapping changes.
  Setup next(YamlValue value, List<String> keys) throws IOException {
    value.only(keys);
    Optional<YamlValue> named = value.optional("experiment");
    if (named.isPresent()) {
      experiment = NamedExperiment.read(named.get());
    }
    ObjectNode changes = (ObjectNode) value.json();
    changes.remove(List.of("experiment", "rewind", "run"));
    try {
      experiment = ExperimentPatch.apply(experiment, changes, value.source().file());
    } catch (InvalidFileException wrong) {
      throw value.source().refuse(value.line(), wrong.told());
    }
    boolean isRewound = value.optional("rewind").map(YamlValue::flag).orElse(false);
    return new Setup(experiment, isRewound || named.isPresent());
  }
}
