package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.run.TrainingRun;

/// An exported script trains to the losses that the program shows, whatever line its loop forgets.
class ExportTrainsTest {
  private static final double TOLERANCE = 2e-4;

  private static final String TRAINED =
      """
      {"format": "modescope-experiment/1", "seed": 5, "passes": 2,
       "network": [
         {"type": "Linear", "name": "fc1", "in_features": 4, "out_features": 6, "bias": false,
          "requires_grad": %s},
         {"type": "BatchNorm1d", "name": "bn1", "num_features": 6, "requires_grad": %s %s},
         {"type": "ReLU", "name": "relu"},
         {"type": "%s", "name": "dropout", "p": 0.3},
         {"type": "Linear", "name": "fc2", "in_features": 6, "out_features": 3}],
       "input": %s,
       "training": {
         "optimizer": %s, "loss": "%s", "target": %s,
         "batch_size": 8, "epochs": 4, "shuffle": %s, "drop_last": %s, "accumulate": %d,
         "validation": {"input": %s, "target": %s}%s}}
      """;

  private static final String IRIS = "{\"dataset\": \"iris\", \"rows\": [%d, %d]}";
  private static final String LABEL = "{\"column\": \"label\"}";
  private static final String DRAWN = "{\"shape\": [%d, %d], \"distribution\": \"normal\"}";

  private static @Nullable Python python;

  @TempDir private Path folder;

  @BeforeAll
  static void startPython() throws IOException {
    Optional<Python> found = Python.find();
    assumeTrue(found.isPresent(), Python.MISSING);
    python = found.get();
  }

  @AfterAll
  static void endPython() {
    if (python != null) {
      python.close();
    }
  }

  static Stream<String> experiments() {
    String adam = "{\"type\": \"Adam\", \"lr\": 0.01}";
    String sgd = "{\"type\": \"SGD\", \"lr\": 0.01, \"momentum\": 0.5}";
    Stream<String> whole =
        Stream.of(
            drawn(sgd, "MSELoss", "true", "false", 1, ""),
            drawn(adam, "L1Loss", "false", "true", 3, ""),
            drawn(adam, "BCEWithLogitsLoss", "true", "true", 2, ""),
            onIris(sgd, "true", "", "Dropout", "true", ""),
            onIris(adam, "false", "", "FunctionalDropout", "true", ""));
    Stream<String> forgotten =
        Stream.of(Forgotten.values())
            .map(
                line ->
                    onIris(
                        sgd,
                        "true",
                        ", \"mode\": \"eval\"",
                        "Dropout",
                        "false",
                        ", \"forgotten\": [\"%s\"]".formatted(line.key())));
    return Stream.concat(whole, forgotten);
  }

  private static String drawn(
      String optimizer, String loss, String shuffle, String drop, int accumulate, String more) {
    return String.format(
        Locale.ROOT,
        TRAINED,
        "true",
        "true",
        "",
        "Dropout",
        String.format(Locale.ROOT, DRAWN, 45, 4),
        optimizer,
        loss,
        String.format(Locale.ROOT, DRAWN, 45, 3),
        shuffle,
        drop,
        accumulate,
        String.format(Locale.ROOT, DRAWN, 10, 4),
        String.format(Locale.ROOT, DRAWN, 10, 3),
        more);
  }

  private static String onIris(
      String optimizer, String shuffle, String mode, String dropout, String learns, String more) {
    return String.format(
        Locale.ROOT,
        TRAINED,
        learns,
        learns,
        mode,
        dropout,
        String.format(Locale.ROOT, IRIS, 40, 115),
        optimizer,
        "CrossEntropyLoss",
        LABEL,
        shuffle,
        "false",
        1,
        String.format(Locale.ROOT, IRIS, 115, 135),
        LABEL,
        more);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void scriptTrainsToTheLossesOfTheEngine(String text) throws IOException {
    Path file = folder.resolve("trained.modescope.json");
    Files.writeString(file, text);

    check(ExperimentFile.read(file));
  }

  static Stream<String> presets() {
    return Stream.of("transfer-digits");
  }

  @ParameterizedTest
  @MethodSource("presets")
  void presetTrainsToTheLossesOfTheEngine(String preset) throws IOException {
    check(PresetCatalogue.named(preset).orElseThrow());
  }

  private void check(Experiment experiment) throws IOException {
    PyTorchExport.write(experiment, folder);
    JsonNode answer = Objects.requireNonNull(python).run(folder.resolve(PyTorchExport.SCRIPT));
    assertThat(answer.get("error").isNull()).as("%s", answer.get("error")).isTrue();
    JsonNode lines = answer.get("printed");
    JsonNode printed =
        new ObjectMapper().readTree(lines.get(lines.size() - 1).asText()).get("training");
    TrainingCourse course = train(experiment);

    assertThat(printed.get("refused").isNull()).as("%s", printed.get("refused")).isTrue();
    assertThat(printed.get("losses")).hasSize(course.losses().count());
    for (int step = 0; step < course.losses().count(); step++) {
      assertThat((double) course.losses().at(step))
          .as("step %d", step)
          .isCloseTo(printed.get("losses").get(step).asDouble(), within(TOLERANCE));
    }
    for (JsonNode one : printed.get("validation")) {
      Validation measured = course.validations().get(one.get("epoch").asInt());
      assertScore(measured.eval(), one.get("eval_loss"));
      assertScore(measured.trainMode(), one.get("train_mode_loss"));
    }
  }

  private static TrainingCourse train(Experiment experiment) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      return run.go(_ -> {}, () -> false);
    }
  }

  private static void assertScore(Score score, JsonNode printed) {
    assertThat(score.meanLoss().orElseThrow()).isCloseTo(printed.asDouble(), within(TOLERANCE));
  }
}
