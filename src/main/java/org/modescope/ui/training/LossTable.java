package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

/// Every loss of a training: a line for each step, with what validation measured after it.
record LossTable(Text text) {
  ChartTable of(TrainingCourse course) {
    Map<Integer, Validation> measured = new HashMap<>();
    course.validations().forEach(each -> measured.put(each.steps(), each));
    List<List<Cell>> lines = new ArrayList<>();
    for (int steps = 0; steps <= course.losses().count(); steps++) {
      Optional<Validation> validation = Optional.ofNullable(measured.get(steps));
      if (steps > 0 || validation.isPresent()) {
        lines.add(line(course, steps, validation));
      }
    }
    return new ChartTable(
        List.of(
            text.say("training.table.epoch"),
            text.say("training.table.step"),
            text.say("training.table.loss"),
            text.say("training.table.eval"),
            text.say("training.table.train")),
        lines);
  }

  private static List<Cell> line(
      TrainingCourse course, int steps, Optional<Validation> validation) {
    int perEpoch = Math.max(1, course.progress().stepsPerEpoch());
    return List.of(
        new Count(Math.ceilDiv(steps, perEpoch)),
        new Count(steps),
        steps == 0 ? new Word("") : Measure.of(course.losses().at(steps - 1)),
        cell(validation.map(Validation::eval)),
        cell(validation.map(Validation::trainMode)));
  }

  private static Cell cell(Optional<Score> score) {
    return score.isPresent() && score.get().meanLoss().isPresent()
        ? Measure.of(score.get().meanLoss().getAsDouble())
        : new Word("");
  }
}
