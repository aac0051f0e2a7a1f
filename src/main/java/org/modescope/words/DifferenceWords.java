package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ModeEffect;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.SettingDifference;
import org.modescope.measure.SettingDifference.OfArgument;
import org.modescope.measure.SettingDifference.OfGradMode;
import org.modescope.measure.SettingDifference.OfGradients;
import org.modescope.measure.SettingDifference.OfInput;
import org.modescope.measure.SettingDifference.OfLayerMode;
import org.modescope.measure.SettingDifference.OfMode;
import org.modescope.measure.SettingDifference.OfNet;
import org.modescope.measure.SettingDifference.OfPasses;
import org.modescope.measure.SettingDifference.OfRows;
import org.modescope.measure.SettingDifference.OfSeed;
import org.modescope.measure.SettingDifference.OfStart;
import org.modescope.measure.SettingDifference.OfState;
import org.modescope.nn.Mode;

/// What is said of one thing in which two settings differ.
///
/// @param text the language
record DifferenceWords(Text text) {

  /// What differs, in a few words.
  String name(SettingDifference difference) {
    return switch (difference) {
      case OfMode _ -> text.say("pair.differs.mode");
      case OfGradMode _ -> text.say("pair.differs.grad");
      case OfSeed _ -> text.say("pair.differs.seed");
      case OfRows _ -> text.say("pair.differs.rows");
      case OfPasses _ -> text.say("pair.differs.passes");
      case OfArgument(String layer, String argument, _, _) ->
          text.say("pair.differs.argument", "argument", argument, "layer", text.layer(layer));
      case OfLayerMode(String layer, _, _) ->
          text.say("pair.differs.layer-mode", "layer", text.layer(layer));
      case OfGradients(String layer, _, _) ->
          text.say("pair.differs.gradients", "layer", text.layer(layer));
      case OfInput() -> text.say("pair.differs.input");
      case OfNet() -> text.say("pair.differs.net");
      case OfState() -> text.say("pair.differs.state");
      case OfStart _ -> text.say("pair.differs.start");
    };
  }

  /// The one difference, with what it is in A and in B.
  String only(SettingDifference difference) {
    return switch (difference) {
      case OfMode(Mode a, Mode b) -> text.say("pair.only.mode", "a", a.key(), "b", b.key());
      case OfGradMode(GradMode a, GradMode b) ->
          text.say("pair.only.grad", "a", a.key(), "b", b.key());
      case OfSeed(long a, long b) ->
          text.say("pair.only.seed", "a", Long.toString(a), "b", Long.toString(b));
      case OfRows(int a, int b) -> text.say("pair.only.rows", "a", a, "b", b);
      case OfPasses(int a, int b) -> text.say("pair.only.passes", "a", a, "b", b);
      case OfArgument(String layer, String argument, Object a, Object b) ->
          text.say(
              "pair.only.argument",
              "argument",
              argument,
              "layer",
              text.layer(layer),
              "a",
              value(a),
              "b",
              value(b));
      case OfLayerMode(String layer, Optional<Mode> a, Optional<Mode> b) ->
          text.say("pair.only.layer-mode", "layer", text.layer(layer), "a", own(a), "b", own(b));
      case OfGradients(String layer, _, boolean b) ->
          text.say(
              b ? "pair.only.gradients.learns" : "pair.only.gradients.frozen",
              "layer",
              text.layer(layer));
      case OfInput() -> text.say("pair.only.input");
      case OfNet() -> text.say("pair.only.net");
      case OfState() -> text.say("pair.only.state");
      case OfStart(long a, long b) -> text.say("pair.only.start", "a", a, "b", b);
    };
  }

  /// How that difference comes to make one; empty where the first sentence says it.
  String why(SettingDifference difference, Experiment a) {
    return switch (difference) {
      case OfMode _ -> mode(a);
      case OfGradMode _ -> text.say("pair.why.grad");
      case OfSeed _ -> text.say("pair.why.seed");
      case OfStart _ -> text.say("pair.why.start");
      case OfRows _,
          OfPasses _,
          OfArgument _,
          OfLayerMode _,
          OfGradients _,
          OfInput _,
          OfNet _,
          OfState _ ->
          "";
    };
  }

  private String mode(Experiment experiment) {
    List<String> drawing = new ArrayList<>();
    List<String> normalising = new ArrayList<>();
    for (PlacedLayer layer : PlacedLayer.of(experiment)) {
      // A layer with a mode of its own does the same in both.
      if (layer.mode() == experiment.mode() && RandomLayers.mayDraw(layer.spec())) {
        drawing.add(layer.path());
      }
      if (layer.mode() == experiment.mode() && followsRunningStatistics(layer.spec())) {
        normalising.add(layer.path());
      }
    }
    return text.paragraph(
        drawing.isEmpty() ? "" : said("pair.why.mode.draws", drawing, experiment),
        normalising.isEmpty() ? "" : said("pair.why.mode.normalises", normalising, experiment));
  }

  private static boolean followsRunningStatistics(LayerSpec layer) {
    return layer.type().effect() == ModeEffect.NORMALISES_BY_BATCH
        && layer.flag("track_running_stats");
  }

  private String said(String key, List<String> paths, Experiment experiment) {
    Layers layers = Layers.of(paths, experiment);
    return text.sentence(key, "layers", layers.say(text), "count", layers.count());
  }

  private String own(Optional<Mode> mode) {
    return mode.map(Mode::key).orElseGet(() -> text.say("pair.follows"));
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean flag -> flag ? "True" : "False";
      default -> value.toString();
    };
  }
}
