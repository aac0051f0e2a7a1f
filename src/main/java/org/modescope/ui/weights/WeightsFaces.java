package org.modescope.ui.weights;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdits;
import org.modescope.measure.Refusal;
import org.modescope.measure.StartStudy;
import org.modescope.ui.chart.weights.SheetFace;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// Puts what a net starts from into words and numbers.
final class WeightsFaces {
  private final Text text;
  private final KeyLines keys;
  private final SheetWords sheets;
  private final HistogramWords histograms;
  private final EffectWords effects;
  private final WeightsReadingWords readings;

  WeightsFaces(Text text) {
    this.text = text;
    keys = new KeyLines(text);
    sheets = new SheetWords(text);
    histograms = new HistogramWords(text);
    effects = new EffectWords(text);
    readings = new WeightsReadingWords(text);
  }

  /// Before the state is drawn, and where it cannot be.
  WeightsFace before(Experiment experiment, Optional<Refusal> refusal) {
    String reason = text.say(refusal.isPresent() ? "weights.refused" : "weights.drawing");
    InstrumentText words = new InstrumentText("", HeadlineTone.QUIET, "", "", reason);
    return new WeightsFace(
        "",
        "",
        origin(experiment),
        "",
        List.of(),
        Optional.empty(),
        words,
        Optional.empty(),
        words,
        Optional.empty(),
        words,
        new WeightsReading(reason, "", refusal.map(Refusal::message).orElse(""), List.of()));
  }

  /// A net that has nothing to start from.
  WeightsFace empty(Experiment experiment) {
    InstrumentText words =
        new InstrumentText("", HeadlineTone.QUIET, "", "", text.say("weights.none"));
    return new WeightsFace(
        "",
        "",
        origin(experiment),
        "",
        List.of(),
        Optional.empty(),
        words,
        Optional.empty(),
        words,
        Optional.empty(),
        words,
        new WeightsReading(text.say("weights.none"), "", "", List.of()));
  }

  /// What is shown of one key; of a large one this takes long.
  KeyFace key(Start start, String key) {
    SheetFace sheet = sheets.face(start, key);
    return new KeyFace(
        sheet, sheets.around(sheet), histograms.face(start, key), histograms.around(start, key));
  }

  /// The same before it is worked out.
  ///
  /// @param limit the magnitude with the strongest colour, for the time being
  KeyFace quickly(Start start, String key, double limit) {
    return new KeyFace(
        sheets.face(start, key, limit),
        new InstrumentText("", HeadlineTone.QUIET, text.say("weights.counting"), "", ""),
        Optional.empty(),
        new InstrumentText("", HeadlineTone.QUIET, "", "", text.say("weights.counting")));
  }

  /// @param shown of the key that is chosen
  /// @param wanted what keys in the list must contain
  WeightsFace of(Start start, StartStudy study, KeyFace shown, String wanted) {
    String key = shown.sheet().key();
    return new WeightsFace(
        key,
        sheets.shape(start.drawn(key)),
        origin(start.experiment()),
        edited(start.experiment()),
        keys.of(start, wanted),
        Optional.of(shown.sheet()),
        shown.sheetWords(),
        shown.histogram(),
        shown.histogramWords(),
        effects.face(study),
        effects.around(study),
        readings.of(start, study));
  }

  private String origin(Experiment experiment) {
    return experiment
        .parameters()
        .filter(Parameters::isFromFile)
        .map(given -> text.say("weights.origin.file", "file", given.file()))
        .orElseGet(
            () -> text.say("weights.origin.drawn", "seed", Long.toString(experiment.seed())));
  }

  private String edited(Experiment experiment) {
    int count = experiment.parameters().map(Parameters::edits).map(StateEdits::count).orElse(0);
    return count == 0 ? "" : text.say("weights.edited", "count", count);
  }

  SheetWords sheets() {
    return sheets;
  }
}
