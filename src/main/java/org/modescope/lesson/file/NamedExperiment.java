package org.modescope.lesson.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.InvalidFileException;
import org.modescope.files.NearMiss;
import org.modescope.files.PresetCatalogue;
import org.modescope.words.Phrase;

/// The experiment that a lesson names: a preset, or a file beside the lesson.
final class NamedExperiment {
  private static final String PRESET = "preset:";

  private NamedExperiment() {}

  /// @throws InvalidFileException if there is none, it lies outside the lesson's folder, or cannot
  ///   be taken
  static Experiment read(YamlValue value) throws IOException {
    String name = value.text();
    if (!name.startsWith(PRESET)) {
      return beside(value, name);
    }
    String key = name.substring(PRESET.length());
    return PresetCatalogue.named(key)
        .orElseThrow(
            () ->
                value.refuse(
                    "lesson.file.no-preset",
                    "name",
                    name,
                    "hint",
                    NearMiss.hint(key, PresetCatalogue.keys())));
  }

  private static Experiment beside(YamlValue value, String name) throws IOException {
    Path folder = value.source().file().toAbsolutePath().normalize().resolveSibling("");
    Path file;
    try {
      file = folder.resolve(name).normalize();
    } catch (InvalidPathException unusable) {
      throw value.wants(Phrase.of("lesson.file.wanted.experiment"));
    }
    if (!file.startsWith(folder) || leadsOut(file, folder)) {
      throw value.refuse("lesson.file.elsewhere", "name", name);
    }
    try {
      return ExperimentFile.read(file);
    } catch (InvalidFileException unusable) {
      throw value.source().refuse(value.line(), unusable.told());
    }
  }

  /// Whether a link in the folder leads out of it.
  private static boolean leadsOut(Path file, Path folder) throws IOException {
    return file.toFile().exists() && !file.toRealPath().startsWith(folder.toRealPath());
  }
}
