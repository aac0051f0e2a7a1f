package org.modescope.ui.training;

import java.util.Arrays;
import java.util.List;
import org.modescope.experiment.Training.Adam;
import org.modescope.experiment.Training.AdamW;
import org.modescope.experiment.Training.OptimizerSpec;
import org.modescope.experiment.Training.Sgd;

/// The optimizers that can be chosen, and the arguments that each has, by PyTorch's names.
enum OptimizerChoice {
  SGD("SGD", List.of("lr", "momentum", "weight_decay")) {
    @Override
    OptimizerSpec fresh(double lr) {
      return new Sgd(lr, 0, 0, false);
    }
  },
  ADAM("Adam", List.of("lr", "beta1", "beta2", "eps", "weight_decay")) {
    @Override
    OptimizerSpec fresh(double lr) {
      return new Adam(lr, 0.9, 0.999, 1e-8, 0);
    }
  },
  ADAM_W("AdamW", List.of("lr", "beta1", "beta2", "eps", "weight_decay")) {
    @Override
    OptimizerSpec fresh(double lr) {
      return new AdamW(lr, 0.9, 0.999, 1e-8, 0.01);
    }
  };

  private final String torchName;
  private final List<String> arguments;

  OptimizerChoice(String torchName, List<String> arguments) {
    this.torchName = torchName;
    this.arguments = arguments;
  }

  /// With the defaults of its other arguments.
  abstract OptimizerSpec fresh(double lr);

  String torchName() {
    return torchName;
  }

  /// The numbers it takes.
  List<String> arguments() {
    return arguments;
  }

  static OptimizerChoice of(OptimizerSpec spec) {
    return switch (spec) {
      case Sgd _ -> SGD;
      case Adam _ -> ADAM;
      case AdamW _ -> ADAM_W;
    };
  }

  static OptimizerChoice named(String torchName) {
    return Arrays.stream(values())
        .filter(each -> each.torchName.equals(torchName))
        .findFirst()
        .orElseThrow();
  }

  static double value(OptimizerSpec spec, String argument) {
    return switch (spec) {
      case Sgd(double lr, double momentum, double decay, boolean _) ->
          switch (argument) {
            case "lr" -> lr;
            case "momentum" -> momentum;
            default -> decay;
          };
      case Adam(double lr, double beta1, double beta2, double eps, double decay) ->
          ofAdam(argument, lr, beta1, beta2, eps, decay);
      case AdamW(double lr, double beta1, double beta2, double eps, double decay) ->
          ofAdam(argument, lr, beta1, beta2, eps, decay);
    };
  }

  private static double ofAdam(
      String argument, double lr, double beta1, double beta2, double eps, double decay) {
    return switch (argument) {
      case "lr" -> lr;
      case "beta1" -> beta1;
      case "beta2" -> beta2;
      case "eps" -> eps;
      default -> decay;
    };
  }

  /// The same optimizer with one number changed. Nesterov needs a momentum, and goes with it.
  static OptimizerSpec with(OptimizerSpec spec, String argument, double value) {
    return switch (spec) {
      case Sgd(double lr, double momentum, double decay, boolean nesterov) ->
          switch (argument) {
            case "lr" -> new Sgd(value, momentum, decay, nesterov);
            case "momentum" -> new Sgd(lr, value, decay, nesterov && value > 0);
            default -> new Sgd(lr, momentum, value, nesterov);
          };
      case Adam adam -> {
        double[] all = all(adam, argument, value);
        yield new Adam(all[0], all[1], all[2], all[3], all[4]);
      }
      case AdamW adam -> {
        double[] all = all(adam, argument, value);
        yield new AdamW(all[0], all[1], all[2], all[3], all[4]);
      }
    };
  }

  private static double[] all(OptimizerSpec spec, String argument, double value) {
    return ADAM.arguments.stream()
        .mapToDouble(name -> name.equals(argument) ? value : value(spec, name))
        .toArray();
  }

  /// What is allowed for an argument.
  static boolean isAllowed(String argument, double value) {
    boolean isBeta = argument.startsWith("beta");
    return Double.isFinite(value) && value >= 0 && !(isBeta && value >= 1);
  }
}
