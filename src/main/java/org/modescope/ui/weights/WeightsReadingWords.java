package org.modescope.ui.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.StateEdit;
import org.modescope.experiment.StateEdits;
import org.modescope.experiment.StateLayout;
import org.modescope.measure.Refusal;
import org.modescope.measure.StartStudy;
import org.modescope.measure.StartStudy.Effect;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.ui.chart.weights.SheetShape;
import org.modescope.ui.weights.WeightsReading.Trial;
import org.modescope.words.Text;

/// Says at the bottom what happened and why, and what there is to try.
record WeightsReadingWords(Text text) {

  WeightsReading of(Start start, StartStudy study) {
    Experiment experiment = start.experiment();
    StateEdits edits = experiment.parameters().map(Parameters::edits).orElse(StateEdits.NONE);
    if (edits.isEmpty()) {
      return new WeightsReading(
          text.say(
              experiment.parameters().isPresent()
                  ? "weights.reading.loaded"
                  : "weights.reading.drawn",
              "seed",
              Long.toString(experiment.seed())),
          text.say("weights.reading.start"),
          "",
          trials(experiment, edits));
    }
    return new WeightsReading(
        headline(study, edits),
        text.paragraph(List.of(edited(start, edits), reason(experiment, edits))),
        study.refusal().map(Refusal::message).orElse(""),
        trials(experiment, edits));
  }

  private String headline(StartStudy study, StateEdits edits) {
    if (study.refusal().isPresent()) {
      return text.say("weights.reading.refused");
    }
    if (study.effect().isEmpty()) {
      return text.say("weights.reading.measuring", "count", edits.count());
    }
    Effect effect = study.effect().get();
    return text.say(
        "weights.reading.moved",
        "count",
        edits.count(),
        "moved",
        effect.movedRows(),
        "rows",
        effect.rows());
  }

  /// Of a single number, what it is and was.
  private String edited(Start start, StateEdits edits) {
    Map.Entry<String, StateEdit> first = edits.edits().firstEntry();
    boolean isOne = edits.count() == 1;
    if (!isOne || first == null) {
      return text.say(
          "weights.reading.edited", "count", edits.count(), "keys", text.list(names(edits)));
    }
    return switch (first.getValue()) {
      case StateEdit.Count(long value) ->
          text.say(
              "weights.reading.count", "key", first.getKey(), "value", text.numbers().count(value));
      case StateEdit.Cells cells -> one(start, first.getKey(), cells);
    };
  }

  private static List<String> names(StateEdits edits) {
    return List.copyOf(edits.edits().keySet());
  }

  private String one(Start start, String key, StateEdit.Cells cells) {
    int place = cells.places()[0];
    float before =
        start.base(key) instanceof StateDict.Floats floats ? floats.values()[place] : Float.NaN;
    return text.say(
        "weights.reading.one",
        "key",
        key,
        "place",
        SheetShape.of(cells.shape()).place(place),
        "value",
        text.numbers().plain(cells.values()[0]),
        "before",
        text.numbers().plain(before));
  }

  /// What a BatchNorm does about it, where there is one.
  private String reason(Experiment experiment, StateEdits edits) {
    boolean isNormalised =
        PlacedLayer.of(experiment).stream().anyMatch(layer -> layer.spec().type().isBatchNorm());
    boolean isOfWeights =
        StateLayout.parameterKeys(experiment.network()).containsAll(edits.edits().keySet());
    if (!isNormalised) {
      return "";
    }
    if (!isOfWeights) {
      return text.say("weights.reading.buffers." + experiment.mode().key());
    }
    return text.say("weights.reading.norm." + experiment.mode().key());
  }

  private List<Trial> trials(Experiment experiment, StateEdits edits) {
    List<Trial> trials = new ArrayList<>();
    Mode other = experiment.mode() == Mode.EVAL ? Mode.TRAIN : Mode.EVAL;
    if (!edits.isEmpty()) {
      trials.add(
          new Trial(
              text.say("weights.try.mode", "mode", other.key()), model -> model.switchTo(other)));
      trials.add(new Trial(text.say("weights.try.undo"), WeightsViewModel::undo));
    }
    Optional<Parameters> file = experiment.parameters().filter(Parameters::isFromFile);
    if (file.isPresent() && !file.get().keys(StateLayout.of(experiment.network())).isWhole()) {
      trials.add(new Trial(text.say("weights.try.strict"), WeightsViewModel::loadStrictly));
    }
    return trials;
  }
}
