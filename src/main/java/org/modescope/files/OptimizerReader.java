package org.modescope.files;

import java.util.List;
import java.util.stream.Stream;
import org.modescope.experiment.Training.Adam;
import org.modescope.experiment.Training.AdamW;
import org.modescope.experiment.Training.OptimizerSpec;
import org.modescope.experiment.Training.Sgd;
import org.modescope.words.Phrase;

/// Reads optimizers, with the arguments and defaults of `torch.optim`.
final class OptimizerReader {
  static final double LEARNING_RATE = 0.001;
  static final double BETA_1 = 0.9;
  static final double BETA_2 = 0.999;
  static final double EPSILON = 1e-8;
  static final double ADAM_W_DECAY = 0.01;

  private static final Phrase NOT_NEGATIVE = Phrase.of("file.allowed.not-negative");
  private static final Phrase TWO_NUMBERS = Phrase.of("file.allowed.two-numbers");
  private static final Phrase A_BETA = Phrase.of("file.allowed.beta");

  /// The optimizers there are.
  enum Type {
    SGD("SGD", "lr", "momentum", "weight_decay", "nesterov"),
    ADAM("Adam", "lr", "betas", "eps", "weight_decay"),
    ADAM_W("AdamW", "lr", "betas", "eps", "weight_decay");

    private final String torchName;
    private final List<String> arguments;

    Type(String torchName, String... arguments) {
      this.torchName = torchName;
      this.arguments = List.of(arguments);
    }

    String torchName() {
      return torchName;
    }

    List<String> arguments() {
      return arguments;
    }
  }

  private OptimizerReader() {}

  static OptimizerSpec read(JsonValue value) {
    Type type =
        new JsonObject(value, List.of("type"))
            .required("type", Phrase.of("file.allowed.optimizer-type"))
            .word(Type.values(), Type::torchName);
    JsonObject object = value.object(withType(type.arguments()));
    return switch (type) {
      case SGD -> sgd(object);
      case ADAM ->
          new Adam(
              lr(object), beta(object, 0), beta(object, 1), eps(object), weightDecay(object, 0));
      case ADAM_W ->
          new AdamW(
              lr(object),
              beta(object, 0),
              beta(object, 1),
              eps(object),
              weightDecay(object, ADAM_W_DECAY));
    };
  }

  private static List<String> withType(List<String> arguments) {
    return Stream.concat(Stream.of("type"), arguments.stream()).toList();
  }

  private static Sgd sgd(JsonObject object) {
    double momentum = notNegative(object, "momentum", 0);
    boolean nesterov = object.optional("nesterov").map(JsonValue::flag).orElse(false);
    if (nesterov && momentum == 0) {
      throw object.place("nesterov").invalid(Phrase.of("file.experiment.nesterov"));
    }
    return new Sgd(lr(object), momentum, weightDecay(object, 0), nesterov);
  }

  private static double lr(JsonObject object) {
    return notNegative(object, "lr", LEARNING_RATE);
  }

  private static double eps(JsonObject object) {
    return notNegative(object, "eps", EPSILON);
  }

  private static double weightDecay(JsonObject object, double defaultValue) {
    return notNegative(object, "weight_decay", defaultValue);
  }

  private static double notNegative(JsonObject object, String key, double defaultValue) {
    return object
        .optional(key)
        .map(
            value ->
                value.number(
                    number -> number >= 0 && number < Double.POSITIVE_INFINITY, NOT_NEGATIVE))
        .orElse(defaultValue);
  }

  private static double beta(JsonObject object, int index) {
    return object
        .optional("betas")
        .map(
            value -> {
              List<JsonValue> betas = value.elements(TWO_NUMBERS);
              if (betas.size() != 2) {
                throw value.refuse(TWO_NUMBERS);
              }
              return betas.get(index).number(beta -> beta >= 0 && beta < 1, A_BETA);
            })
        .orElse(index == 0 ? BETA_1 : BETA_2);
  }
}
