package org.modescope.cli.text;

import java.util.Objects;
import java.util.Optional;
import org.modescope.cli.result.WrongUseException;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck.Misfit;
import org.modescope.words.Phrase;

/// Says which layer cannot take what it is given, and which of its arguments is to blame.
public final class MisfitText {
  private MisfitText() {}

  /// @param file the experiment's file as it was given
  public static WrongUseException of(String file, Experiment experiment, Misfit misfit) {
    LayerSpec layer = experiment.network().get(misfit.index());
    String argument =
        misfit.fitted().flatMap(fitted -> changed(layer, fitted)).map("/"::concat).orElse("");
    return new WrongUseException(
        Phrase.of(
            "cli.wrong.at",
            "file",
            file,
            "place",
            "/network/" + misfit.index() + argument,
            "problem",
            misfit.message()));
  }

  private static Optional<String> changed(LayerSpec layer, LayerSpec fitted) {
    return layer.arguments().keySet().stream()
        .filter(name -> !Objects.equals(layer.arguments().get(name), fitted.arguments().get(name)))
        .findFirst();
  }
}
