package org.modescope.ui.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.StartStudy;
import org.modescope.measure.StartStudy.Effect;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.weights.EffectFace;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// Says what edits did to the answers.
record EffectWords(Text text) {

  Optional<EffectFace> face(StartStudy study) {
    return study
        .effect()
        .map(
            effect ->
                new EffectFace(
                    column(effect, effect.before()),
                    column(effect, effect.after()),
                    row -> row * effect.outputs() + effect.output(),
                    effect.row(),
                    study.experiment().mode(),
                    text.say("weights.effect.before"),
                    text.say("weights.effect.after"),
                    text.say("weights.effect.row", "row", effect.row()),
                    sentence(study, effect),
                    language -> new EffectWords(language).table(effect)));
  }

  private static float[] column(Effect effect, float[] values) {
    float[] column = new float[effect.rows()];
    for (int row = 0; row < column.length; row++) {
      column[row] = values[row * effect.outputs() + effect.output()];
    }
    return column;
  }

  InstrumentText around(StartStudy study) {
    if (study.effect().isEmpty()) {
      return empty(study);
    }
    Effect effect = study.effect().get();
    boolean isStill = effect.movedRows() == 0;
    return new InstrumentText(
        isStill
            ? text.say("weights.effect.identical")
            : text.say("weights.effect.headline", "most", text.numbers().size(effect.most())),
        study.experiment().mode() == Mode.EVAL ? HeadlineTone.EVAL : HeadlineTone.TRAIN,
        effect.outputs() > 1
            ? text.say(
                "weights.effect.context.output", "rows", effect.rows(), "output", effect.output())
            : text.say("weights.effect.context", "rows", effect.rows()),
        sentence(study, effect),
        "");
  }

  private InstrumentText empty(StartStudy study) {
    String reason =
        study.refusal().isPresent()
            ? text.say("weights.effect.refused")
            : study.isRunning()
                ? text.say("weights.effect.running")
                : text.say("weights.effect.nothing", "mode", study.experiment().mode().key());
    return new InstrumentText("", HeadlineTone.QUIET, "", "", reason);
  }

  private String sentence(StartStudy study, Effect effect) {
    String mode = study.experiment().mode().key();
    if (effect.movedRows() == 0) {
      return text.say("weights.effect.sentence.still", "mode", mode, "rows", effect.rows());
    }
    int place = effect.row() * effect.outputs() + effect.output();
    return text.say(
        "weights.effect.sentence",
        "mode",
        mode,
        "moved",
        effect.movedRows(),
        "rows",
        effect.rows(),
        "row",
        effect.row(),
        "before",
        text.numbers().figure(effect.before()[place]),
        "after",
        text.numbers().figure(effect.after()[place]));
  }

  private ChartTable table(Effect effect) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int place = 0; place < effect.before().length; place++) {
      rows.add(
          List.of(
              new Count(place / effect.outputs()),
              new Count(place % effect.outputs()),
              Measure.of(effect.before()[place]),
              Measure.of(effect.after()[place])));
    }
    return new ChartTable(
        List.of(
            text.say("weights.effect.table.row"),
            text.say("weights.effect.table.output"),
            text.say("weights.effect.before"),
            text.say("weights.effect.after")),
        rows);
  }
}
