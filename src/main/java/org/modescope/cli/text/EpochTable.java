package org.modescope.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modescope.cli.result.TrainingResult;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.words.Text;

/// The losses of a training, a line for each epoch, or of many epochs for evenly spaced ones.
///
/// @param hasRight whether answers are right or wrong
record EpochTable(TrainingResult result, boolean hasRight) {
  private static final Text TEXT = Text.english();
  private static final int MOST_ROWS = 24;

  static TextTable of(TrainingResult result) {
    boolean hasRight =
        result.course().validations().stream()
            .anyMatch(
                each ->
                    each.eval().accuracy().isPresent() || each.trainMode().accuracy().isPresent());
    EpochTable epochs = new EpochTable(result, hasRight);
    TextTable table = epochs.headed();
    epochs.add(table);
    return table;
  }

  private TextTable headed() {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(column("epoch"));
    columns.add(column("mean-loss"));
    columns.add(column("eval-loss"));
    columns.add(column("train-mode-loss"));
    if (hasRight) {
      columns.add(column("eval-right"));
      columns.add(column("train-mode-right"));
    }
    return new TextTable(columns.toArray(TextTable.Column[]::new));
  }

  private static TextTable.Column column(String key) {
    return TextTable.Column.numbers(TEXT.say("cli.train.column." + key));
  }

  /// Epoch 0 is what was measured before the first step.
  private void add(TextTable table) {
    Losses losses = result.course().losses();
    int perEpoch = result.stepsPerEpoch();
    int epochs = Math.ceilDiv(losses.count(), perEpoch);
    int every = Math.max(1, Math.ceilDiv(epochs, MOST_ROWS));
    Map<Integer, Validation> validations =
        result.course().validations().stream()
            .collect(Collectors.toMap(Validation::epoch, Function.identity()));
    Optional.ofNullable(validations.get(0))
        .ifPresent(untrained -> table.add(cells(0, "", Optional.of(untrained))));
    for (int epoch = 1; epoch <= epochs; epoch++) {
      if (epoch % every == 0 || epoch == 1 || epoch == epochs) {
        int end = Math.min(epoch * perEpoch, losses.count());
        String loss = TEXT.numbers().listed(losses.mean((epoch - 1) * perEpoch, end));
        table.add(cells(epoch, loss, Optional.ofNullable(validations.get(epoch))));
      }
    }
  }

  private String[] cells(int epoch, String loss, Optional<Validation> measured) {
    List<String> cells = new ArrayList<>();
    cells.add(TEXT.numbers().count(epoch));
    cells.add(loss);
    cells.add(measured.map(validation -> loss(validation.eval())).orElse(""));
    cells.add(measured.map(validation -> loss(validation.trainMode())).orElse(""));
    if (hasRight) {
      cells.add(measured.map(validation -> right(validation.eval())).orElse(""));
      cells.add(measured.map(validation -> right(validation.trainMode())).orElse(""));
    }
    return cells.toArray(String[]::new);
  }

  private static String right(Score score) {
    return score.accuracy().isPresent()
        ? TEXT.numbers().percent(score.accuracy().getAsDouble())
        : "–";
  }

  private static String loss(Score score) {
    return score.meanLoss().isPresent()
        ? TEXT.numbers().listed(score.meanLoss().getAsDouble())
        : "–";
  }
}
