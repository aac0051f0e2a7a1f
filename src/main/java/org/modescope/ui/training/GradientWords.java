package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.LayerGradients;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.training.Curve;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.End;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.CurvesFace.Unit;
import org.modescope.ui.chart.training.Look;
import org.modescope.ui.chart.training.Tone;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.words.Text;

/// What is shown and said of gradients, of updates and of their direction, a line for each layer.
///
/// @param text the language
record GradientWords(Text text) {
  private static final int MOST_NAMES = 6;
  private static final double LEAST = 1e-12;

  /// What is measured of each layer.
  enum Measured {
    GRADIENT("training.gradient.", true) {
      @Override
      float[] of(LayerGradients layer) {
        return layer.gradientNorms();
      }
    },
    UPDATE("training.update.", true) {
      @Override
      float[] of(LayerGradients layer) {
        return layer.updateNorms();
      }
    },
    DIRECTION("training.direction.", false) {
      @Override
      float[] of(LayerGradients layer) {
        return layer.updateCosines();
      }
    };

    private final String key;
    private final boolean isSize;

    Measured(String key, boolean isSize) {
      this.key = key;
      this.isSize = isSize;
    }

    abstract float[] of(LayerGradients layer);

    /// Sizes differ by powers of ten, and lie on an axis of these.
    double place(double value) {
      return isSize ? Math.log10(Math.max(value, LEAST)) : value;
    }
  }

  Panel panel(Seen seen, Measured what) {
    List<LayerGradients> layers =
        seen.course().gradients().stream().filter(each -> each.count() > 0).toList();
    if (layers.isEmpty()) {
      return new Panel(
          Optional.empty(),
          new InstrumentText(
              "",
              HeadlineTone.QUIET,
              "",
              "",
              text.say(seen.course().isRunning() ? "training.coming" : "training.gradient.none")));
    }
    return new Panel(Optional.of(face(seen, layers, what)), around(layers, what));
  }

  private CurvesFace face(Seen seen, List<LayerGradients> layers, Measured what) {
    List<Curve> curves = new ArrayList<>();
    ValueRange range = new ValueRange();
    for (int place = 0; place < layers.size(); place++) {
      LayerGradients layer = layers.get(place);
      float[] values = what.of(layer);
      curves.add(
          new Curve(
              Look.gradient(place),
              layer.count(),
              i -> seen.epoch(layer.steps()[i]),
              i -> what.place(values[i])));
      for (int i = 0; i < layer.count(); i++) {
        if (!what.isSize || values[i] > 0) {
          range.include(what.place(values[i]));
        }
      }
    }
    LayerGradients first = layers.getFirst();
    return new CurvesFace(
        text.say(what.key + "measure"),
        axis(range, what),
        seen.lastEpoch(),
        seen.epochs(),
        curves,
        ends(layers, what),
        List.of(),
        List.of(),
        new Stops(
            first.count(),
            place -> seen.epoch(first.steps()[place]),
            place -> at(layers, what, place)),
        language -> new GradientWords(language).table(layers),
        sentence(layers, what));
  }

  private static Axis axis(ValueRange range, Measured what) {
    if (!what.isSize) {
      return new Axis(-1.05, 1.05, Unit.PLAIN);
    }
    return range.isEmpty()
        ? new Axis(-1, 0, Unit.POWERS)
        : new Axis(Math.floor(range.low()), Math.ceil(range.high() + 1e-9), Unit.POWERS);
  }

  private static List<End> ends(List<LayerGradients> layers, Measured what) {
    return layers.stream()
        .sorted(Comparator.comparingDouble(each -> -last(each, what)))
        .limit(MOST_NAMES)
        .map(each -> new End(what.place(last(each, what)), each.layer(), "", Tone.INK))
        .toList();
  }

  private static double last(LayerGradients layer, Measured what) {
    return what.of(layer)[layer.count() - 1];
  }

  private String at(List<LayerGradients> layers, Measured what, int place) {
    List<String> told =
        layers.stream()
            .limit(MOST_NAMES)
            .filter(each -> place < each.count())
            .map(
                each ->
                    text.say(
                        "training.gradient.at",
                        "layer",
                        text.layer(each.layer()),
                        "value",
                        text.numbers().size(what.of(each)[place])))
            .toList();
    return text.say(
        "training.gradient.at.step",
        "step",
        layers.getFirst().steps()[place],
        "layers",
        text.list(told));
  }

  private InstrumentText around(List<LayerGradients> layers, Measured what) {
    return new InstrumentText(
        headline(layers, what),
        HeadlineTone.GRAD,
        text.say("training.gradient.context", "count", layers.size()),
        sentence(layers, what),
        "");
  }

  private String headline(List<LayerGradients> layers, Measured what) {
    double largest = layers.stream().mapToDouble(each -> last(each, what)).max().orElse(0);
    return text.numbers().size(largest);
  }

  private String sentence(List<LayerGradients> layers, Measured what) {
    LayerGradients most =
        layers.stream().max(Comparator.comparingDouble(each -> last(each, what))).orElseThrow();
    LayerGradients least =
        layers.stream().min(Comparator.comparingDouble(each -> last(each, what))).orElseThrow();
    if (layers.size() == 1) {
      return text.say(
          what.key + "sentence.one",
          "layer",
          text.layer(most.layer()),
          "value",
          text.numbers().size(last(most, what)));
    }
    return text.say(
        what.key + "sentence",
        "most",
        text.layer(most.layer()),
        "high",
        text.numbers().size(last(most, what)),
        "least",
        text.layer(least.layer()),
        "low",
        text.numbers().size(last(least, what)),
        "count",
        layers.size());
  }

  private ChartTable table(List<LayerGradients> layers) {
    List<List<Cell>> lines = new ArrayList<>();
    for (LayerGradients layer : layers) {
      for (int i = 0; i < layer.count(); i++) {
        lines.add(
            List.of(
                new Word(layer.layer()),
                new Count(layer.steps()[i]),
                Measure.of(layer.gradientNorms()[i]),
                Measure.of(layer.updateNorms()[i]),
                Measure.of(layer.updateCosines()[i])));
      }
    }
    return new ChartTable(
        List.of(
            text.say("training.table.layer"),
            text.say("training.table.step"),
            text.say("training.table.gradient"),
            text.say("training.table.update"),
            text.say("training.table.cosine")),
        lines);
  }
}
