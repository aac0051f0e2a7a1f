package org.modescope.ui.code;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.ui.workbench.Focus.Setting;
import org.modescope.ui.workbench.Focus.Target;

/// A line of the code panel.
///
/// @param pieces what stands in it, cut up for syntax colours
/// @param tint what lights it
/// @param layers paths of the layers it is about
/// @param settings what else of the experiment it is about
public record CodeLine(List<Token> pieces, Tint tint, List<String> layers, Set<Setting> settings) {

  public CodeLine {
    pieces = List.copyOf(pieces);
    layers = List.copyOf(layers);
    settings = Set.copyOf(settings);
  }

  /// Which of the bench's switches a line belongs to: it is lit in that switch's colour.
  public enum Tint {
    NONE,
    TRAIN,
    EVAL,
    GRAD,
    QUIET
  }

  /// Whether it is about a layer, one inside it or one around it, or about a setting.
  boolean isAbout(Target target) {
    return layers.stream().anyMatch(target::isAbout)
        || !Collections.disjoint(settings, target.settings());
  }

  /// What it points at; nothing where it is about nothing that other parts of the window show.
  Target target() {
    return layers.isEmpty()
        ? new Target("", OptionalInt.empty(), settings)
        : Target.layer(layers.getFirst());
  }
}
