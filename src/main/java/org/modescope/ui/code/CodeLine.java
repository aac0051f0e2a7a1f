package org.modescope.ui.code;

import java.util.List;
import org.modescope.files.pytorch.PythonSyntax.Token;

/// A line of the code panel.
///
/// @param pieces what stands in it, cut up for syntax colours
/// @param tint what lights it
/// @param layers paths of the layers it is about
public record CodeLine(List<Token> pieces, Tint tint, List<String> layers) {

  public CodeLine {
    pieces = List.copyOf(pieces);
    layers = List.copyOf(layers);
  }

  /// Which of the bench's switches a line belongs to: it is lit in that switch's colour.
  public enum Tint {
    NONE,
    TRAIN,
    EVAL,
    GRAD,
    QUIET
  }

  /// Whether it is about a layer, one inside it or one around it.
  boolean isAbout(String layer) {
    return layers.stream()
        .anyMatch(
            path ->
                path.equals(layer) || path.startsWith(layer + ".") || layer.startsWith(path + "."));
  }
}
