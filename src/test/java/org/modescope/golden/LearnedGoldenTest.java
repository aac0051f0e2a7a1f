package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training.Loss;
import org.modescope.files.ExperimentFile;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.nn.StateDict;
import org.modescope.run.TrainingRun;

/// A hundred steps of training from the seed alone, orders and masks included, give PyTorch's
/// losses, weights and buffers, for every optimizer and loss.
class LearnedGoldenTest {
  private static final double TOLERANCE = 1e-5;

  /// How far half-ulp disturbances move PyTorch itself, times what two implementations may each
  /// contribute.
  private static final double NOISE_FACTOR = 10;

  @TempDir private Path folder;

  static Stream<GoldenCase> cases() {
    return GoldenCase.in("learned");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingFromTheSeedIsPyTorchs(GoldenCase golden) throws IOException {
    JsonNode json = golden.json();

    TrainingCourse course = train(json.get("experiment"));

    assertThat(course.losses().count()).isEqualTo(json.get("losses").size());
    for (int step = 0; step < course.losses().count(); step++) {
      assertClose(golden, "losses", course.losses().at(step), json.get("losses").get(step));
    }
    for (JsonNode expected : json.get("validations")) {
      assertValidation(golden, course.validations().get(expected.get("epoch").asInt()), expected);
    }
    json.get("final_state")
        .properties()
        .forEach(
            entry ->
                assertEntry(
                    golden,
                    entry.getKey(),
                    course.trained().orElseThrow().entries().get(entry.getKey()),
                    entry.getValue()));
  }

  @ParameterizedTest
  @EnumSource
  void everyLossIsHeldWithEveryOptimizerOverAHundredStepsWithShuffleAndDropout(Loss loss) {
    assertThat(
            cases()
                .map(GoldenCase::json)
                .filter(json -> json.get("losses").size() >= 100)
                .filter(json -> json.findValuesAsText("type").contains("Dropout"))
                .map(json -> json.get("experiment").get("training"))
                .filter(training -> training.get("shuffle").asBoolean())
                .filter(training -> training.get("loss").asText().equals(loss.torchName()))
                .map(training -> training.get("optimizer").get("type").asText()))
        .contains("SGD", "Adam", "AdamW");
  }

  private TrainingCourse train(JsonNode experiment) throws IOException {
    Path file = folder.resolve("learned.modescope.json");
    Files.writeString(file, experiment.toString());
    Experiment read = ExperimentFile.read(file);
    try (TrainingRun run = new TrainingRun(read)) {
      return run.go(_ -> {}, () -> false);
    }
  }

  private static void assertValidation(GoldenCase golden, Validation measured, JsonNode expected) {
    assertScore(golden, measured.eval(), expected, "eval_loss", "accuracy");
    assertScore(golden, measured.trainMode(), expected, "train_mode_loss", "train_mode_accuracy");
  }

  private static void assertScore(
      GoldenCase golden, Score score, JsonNode expected, String loss, String accuracy) {
    assertClose(golden, loss, score.meanLoss().orElseThrow(), expected.get(loss));
    assertThat(score.accuracy())
        .isEqualTo(
            expected.has(accuracy)
                ? OptionalDouble.of(expected.get(accuracy).asDouble())
                : OptionalDouble.empty());
  }

  private static void assertEntry(
      GoldenCase golden, String key, StateDict.Entry entry, JsonNode expected) {
    switch (entry) {
      case StateDict.Counter(long value) -> assertThat(value).isEqualTo(expected.asLong());
      case StateDict.Floats floats -> {
        for (int i = 0; i < expected.size(); i++) {
          assertClose(golden, key, floats.values()[i], expected.get(i));
        }
      }
    }
  }

  private static void assertClose(GoldenCase golden, String key, double found, JsonNode expected) {
    double noise = golden.json().path("noise").path(key).asDouble(0);
    double allowed = TOLERANCE * Math.max(1, Math.abs(expected.asDouble())) + NOISE_FACTOR * noise;
    assertThat(found).as(key).isCloseTo(expected.asDouble(), offset(allowed));
  }
}
