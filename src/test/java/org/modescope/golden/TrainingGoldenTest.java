package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Training;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.run.NetworkBuilder;
import org.modescope.run.Trainer;

/// Fifty steps of training end where PyTorch's end, and validation moves nothing.
class TrainingGoldenTest {
  private static final double TOLERANCE = 1e-5;

  /// How far half-ulp disturbances move PyTorch itself, times what two implementations may each
  /// contribute.
  private static final double NOISE_FACTOR = 10;

  static Stream<GoldenCase> cases() {
    return GoldenCase.in("training");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingEndsWherePyTorchEnds(GoldenCase golden) {
    Experiment experiment =
        new Experiment(
            golden.name(),
            "",
            0,
            golden.network(),
            values(golden.json().get("input")),
            Mode.TRAIN,
            GradMode.GRAD,
            1);
    try (Sequential net = NetworkBuilder.build(golden.network(), Mode.TRAIN, 0)) {
      net.load(golden.state());
      golden.frozen().forEach(key -> net.parameters().get(key).requireGrad(false));
      Training training = training(golden);
      LabelledRows rows =
          LabelledRows.of(
              experiment.input(), training.target(), training.loss(), Generator.seeded(0));
      train(golden, new Trainer(experiment, training, net, rows), net);
      assertState(golden, net.state(), golden.json().get("final_state"));
    }
  }

  private static void train(GoldenCase golden, Trainer trainer, Sequential net) {
    JsonNode losses = golden.json().get("losses");
    JsonNode error = golden.json().get("error");
    int step = 0;
    for (int epoch = 0; epoch < golden.json().get("training").get("epochs").asInt(); epoch++) {
      for (int[] batch : trainer.nextEpoch()) {
        int current = step;
        if (error != null && error.get("step").asInt() == step) {
          assertThat(refusal(trainer, batch, golden, current))
              .isEqualTo(error.get("type").asText() + ": " + error.get("message").asText());
          return;
        }
        double loss = trainer.step(batch, draws(golden.json().get("masks"), current));
        assertThat(loss)
            .as("loss of step %d", step)
            .isCloseTo(
                losses.get(step).asDouble(),
                offset(allowed(golden, "losses", losses.get(step).asDouble())));
        step++;
        if (step == 1 && golden.json().has("state_after_one_step")) {
          assertState(golden, net.state(), golden.json().get("state_after_one_step"));
        }
      }
      validate(golden, trainer, net, epoch);
    }
  }

  private static void validate(GoldenCase golden, Trainer trainer, Sequential net, int epoch) {
    JsonNode expected = golden.json().get("validations").get(epoch);
    if (expected == null) {
      return;
    }
    StateDict before = net.state();

    double evalLoss = expected.get("eval_loss").asDouble();
    double trainLoss = expected.get("train_mode_loss").asDouble();
    LabelledRows held = held(golden);
    // A functional dropout draws in eval mode, too, and those draws were not written down.
    if (golden.network().stream()
        .noneMatch(layer -> layer.type() == LayerType.FUNCTIONAL_DROPOUT)) {
      assertThat(loss(trainer, held, Mode.EVAL, expected))
          .as("eval loss after epoch %d", epoch)
          .isCloseTo(evalLoss, offset(allowed(golden, "eval_loss", evalLoss)));
    }
    assertThat(loss(trainer, held, Mode.TRAIN, expected))
        .as("train-mode loss after epoch %d", epoch)
        .isCloseTo(trainLoss, offset(allowed(golden, "train_mode_loss", trainLoss)));
    assertThat(net.state()).usingRecursiveComparison().isEqualTo(before);
  }

  private static LabelledRows held(GoldenCase golden) {
    Training training = training(golden);
    Training.Validation held = training.validation().orElseThrow();
    return LabelledRows.of(held.input(), held.target(), training.loss(), Generator.seeded(0));
  }

  private static double loss(Trainer trainer, LabelledRows rows, Mode mode, JsonNode expected) {
    return trainer.scored(rows, mode, draws(expected.path("masks"), 0)).meanLoss().orElseThrow();
  }

  private static String refusal(Trainer trainer, int[] batch, GoldenCase golden, int step) {
    try {
      trainer.step(batch, draws(golden.json().get("masks"), step));
    } catch (PassRefusedException refused) {
      return refused.refusal().type().pythonName() + ": " + refused.refusal().torchMessage();
    }
    return "accepted";
  }

  private static Training training(GoldenCase golden) {
    JsonNode json = golden.json().get("training");
    JsonNode held = golden.json().get("validation");
    return new Training(
        optimizer(json.get("optimizer")),
        json.get("loss").asText().equals("MSELoss")
            ? Training.Loss.MSE
            : Training.Loss.CROSS_ENTROPY,
        target(golden.json().get("target")),
        json.get("batch_size").asInt(),
        json.get("epochs").asInt(),
        Training.RowOrder.AS_GIVEN,
        Optional.ofNullable(held)
            .map(
                rows ->
                    new Training.Validation(
                        values(rows.get("input")), target(rows.get("target")))));
  }

  private static Training.OptimizerSpec optimizer(JsonNode json) {
    JsonNode betas = json.get("betas");
    double beta1 = betas == null ? 0.9 : betas.get(0).asDouble();
    double beta2 = betas == null ? 0.999 : betas.get(1).asDouble();
    double eps = json.path("eps").asDouble(1e-8);
    return switch (json.get("type").asText()) {
      case "SGD" ->
          new Training.Sgd(
              json.get("lr").asDouble(),
              json.path("momentum").asDouble(0),
              json.path("weight_decay").asDouble(0),
              json.path("nesterov").asBoolean(false));
      case "Adam" ->
          new Training.Adam(
              json.path("lr").asDouble(1e-3),
              beta1,
              beta2,
              eps,
              json.path("weight_decay").asDouble(0));
      default ->
          new Training.AdamW(
              json.path("lr").asDouble(1e-3),
              beta1,
              beta2,
              eps,
              json.path("weight_decay").asDouble(0.01));
    };
  }

  private static Training.TargetSpec target(JsonNode json) {
    return new Training.Given(values(json));
  }

  private static InputSpec values(JsonNode json) {
    return new InputSpec.Values(GoldenCase.shape(json), GoldenCase.floats(json.get("values")));
  }

  private static Draws draws(JsonNode masks, int step) {
    return new Draws() {
      @Override
      public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
        float[] full = mask(layer);
        int run = full.length / (int) shape.elements();
        float[] factor = new float[(int) shape.elements()];
        for (int i = 0; i < factor.length; i++) {
          factor[i] = full[i * run];
        }
        return DropoutMask.of(shape, factor);
      }

      @Override
      public Tensor slopes(String layer, Tensor x, double lower, double upper, Passes passes) {
        return DropoutMask.of(x.shape(), mask(layer));
      }

      /// The masks of training are listed by step; those of a validation are its only ones.
      private float[] mask(String layer) {
        JsonNode given = masks.get(layer);
        return GoldenCase.floats(given.path(0).isArray() ? given.get(step) : given);
      }
    };
  }

  private static void assertState(GoldenCase golden, StateDict state, JsonNode expected) {
    expected
        .properties()
        .forEach(
            entry -> {
              switch (state.entries().get(entry.getKey())) {
                case StateDict.Counter(long value) ->
                    assertThat(value).as(entry.getKey()).isEqualTo(entry.getValue().asLong());
                case StateDict.Floats floats -> {
                  float[] values = GoldenCase.floats(entry.getValue());
                  for (int i = 0; i < values.length; i++) {
                    assertThat((double) floats.values()[i])
                        .as("%s[%d]", entry.getKey(), i)
                        .isCloseTo(values[i], offset(allowed(golden, entry.getKey(), values[i])));
                  }
                }
              }
            });
  }

  private static double allowed(GoldenCase golden, String key, double expected) {
    double noise = golden.json().path("noise").path(key).asDouble(0);
    return TOLERANCE * Math.max(1, Math.abs(expected)) + NOISE_FACTOR * noise;
  }
}
