package org.modescope.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modescope.experiment.Training;

/// A training, for people to read.
record TrainingReport(TrainingResult result) {
  private static final int MOST_ROWS = 24;
  private static final double NANOS_PER_SECOND = 1e9;

  void print(PrintStream out) {
    TrainingLog log = result.log();
    Training training = result.training();
    int perEpoch = result.stepsPerEpoch();
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %s, %s, batches of %,d; %,d %s in %.3g s%s",
            Title.of(result.experiment()),
            optimizer(training.optimizer()),
            training.loss().torchName(),
            training.batchSize(),
            log.steps(),
            log.steps() == 1 ? "step" : "steps",
            result.nanos() / NANOS_PER_SECOND,
            result.complete() ? "" : "; stopped early"));
    out.println();
    int epochs = Math.ceilDiv(log.steps(), perEpoch);
    int every = Math.max(1, Math.ceilDiv(epochs, MOST_ROWS));
    Map<Integer, TrainingLog.Validation> validations =
        log.validations().stream()
            .collect(Collectors.toMap(TrainingLog.Validation::epoch, Function.identity()));
    TextTable table =
        new TextTable(
            TextTable.Column.numbers("epoch"),
            TextTable.Column.numbers("mean loss"),
            TextTable.Column.numbers("eval loss"),
            TextTable.Column.numbers("train-mode loss"));
    for (int epoch = 1; epoch <= epochs; epoch++) {
      if (epoch % every == 0 || epoch == 1 || epoch == epochs) {
        Optional<TrainingLog.Validation> measured = Optional.ofNullable(validations.get(epoch));
        table.add(
            String.format(Locale.ROOT, "%,d", epoch),
            number(meanLoss((epoch - 1) * perEpoch, Math.min(epoch * perEpoch, log.steps()))),
            measured.map(losses -> number(losses.evalLoss())).orElse(""),
            measured.map(losses -> number(losses.trainModeLoss())).orElse(""));
      }
    }
    table.print(out);
  }

  private double meanLoss(int from, int to) {
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += result.log().loss(step);
    }
    return sum / (to - from);
  }

  private static String optimizer(Training.OptimizerSpec optimizer) {
    return switch (optimizer) {
      case Training.Sgd sgd -> "SGD, lr " + sgd.lr();
      case Training.Adam adam -> "Adam, lr " + adam.lr();
      case Training.AdamW adamW -> "AdamW, lr " + adamW.lr();
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
