package org.modescope.words;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;

/// Says in one sentence whether answers agreed, and which layers made them differ.
record Headline(Experiment experiment, OutputVariance output, Text text) {

  String say() {
    if (!Double.isFinite(output.largestDeviation()) || hasNonFiniteMean()) {
      return text.say("reading.headline.non-finite");
    }
    if (output.passes() == 1) {
      return text.say("reading.headline.one-pass");
    }
    return output.identical() ? same() : different();
  }

  private String same() {
    List<String> random = random().stream().map(PlacedLayer::path).toList();
    if (!random.isEmpty()) {
      return text.say(
          "reading.headline.same.drew", "passes", output.passes(), "layers", names(random));
    }
    List<String> zeroing =
        PlacedLayer.of(experiment).stream().filter(this::zeroesAll).map(PlacedLayer::path).toList();
    if (!zeroing.isEmpty()) {
      return text.say(
          "reading.headline.same.zeroed",
          "passes",
          output.passes(),
          "layers",
          names(zeroing),
          "count",
          zeroing.size());
    }
    return text.say(
        experiment.mode() == Mode.EVAL
            ? "reading.headline.same.in-eval"
            : "reading.headline.same.nothing-random",
        "passes",
        output.passes());
  }

  private String different() {
    List<PlacedLayer> random = random();
    if (experiment.input().fresh()) {
      return text.say(
          "reading.headline.different.fresh",
          "answers",
          output.distinct(),
          "passes",
          output.passes());
    }
    if (random.isEmpty()) {
      return text.say(
          "reading.headline.different.unexplained",
          "answers",
          output.distinct(),
          "passes",
          output.passes());
    }
    return text.say(
        "reading.headline.different." + counted(),
        "answers",
        output.distinct(),
        "passes",
        output.passes(),
        "layers",
        names(random.stream().map(PlacedLayer::path).toList()),
        "count",
        random.size(),
        "drawn",
        random.stream().allMatch(layer -> layer.spec().type() == LayerType.RRELU)
            ? "slopes"
            : "masks");
  }

  private String counted() {
    if (output.distinct() >= OutputVariance.DISTINCT_LIMIT) {
      return "at-least";
    }
    return output.distinct() == output.passes() ? "all" : "some";
  }

  private List<PlacedLayer> random() {
    return RandomLayers.of(experiment);
  }

  private String names(List<String> paths) {
    return Layers.of(paths, experiment).say(text);
  }

  private boolean zeroesAll(PlacedLayer layer) {
    return switch (layer.spec().type()) {
      case DROPOUT, DROPOUT_1D, DROPOUT_2D, DROPOUT_3D ->
          layer.mode() == Mode.TRAIN && layer.spec().number("p") == 1;
      case FUNCTIONAL_DROPOUT -> layer.spec().number("p") == 1;
      default -> false;
    };
  }

  private boolean hasNonFiniteMean() {
    for (double mean : output.mean()) {
      if (!Double.isFinite(mean)) {
        return true;
      }
    }
    return false;
  }
}
