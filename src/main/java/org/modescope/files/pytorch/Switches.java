package org.modescope.files.pytorch;

import java.util.List;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.nn.Mode;

/// Writes what is switched layer by layer: which parameters are frozen, and which layers are in
/// another mode than the net.
///
/// @param depth how many levels its lines are indented
record Switches(Listing listing, List<LayerSpec> network, int depth) {
  /// Lines at the left margin.
  Switches(Listing listing, List<LayerSpec> network) {
    this(listing, network, 0);
  }

  /// Freezes what is frozen. Where most is, the net as a whole is frozen and the rest set free.
  void freeze() {
    freezeInside(new Place("net", Blocks.isIndexed(network), false), "", network);
  }

  /// Sets overrides from the outside in, so that the innermost one stands.
  void override() {
    overrideInside(new Place("net", Blocks.isIndexed(network), false), "", network);
  }

  /// A module that holds others.
  ///
  /// @param code the expression that reaches it
  /// @param isIndexed whether its members are reached by index
  /// @param holdsInline whether views and `F.dropout` are modules in it
  private record Place(String code, boolean isIndexed, boolean holdsInline) {
    String member(LayerSpec layer) {
      return isIndexed
          ? "%s[%s]".formatted(code, layer.name())
          : Member.reachedFrom(code, layer.name());
    }

    Place inside(LayerSpec layer) {
      boolean isSequence = Form.of(layer) == Form.SEQUENCE && !Blocks.isBlock(layer);
      return new Place(member(layer), isSequence && Blocks.isIndexed(layer.children()), isSequence);
    }
  }

  private void freezeInside(Place place, String prefix, List<LayerSpec> layers) {
    List<LayerSpec> learning = layers.stream().filter(Switches::hasParameters).toList();
    List<LayerSpec> frozen = learning.stream().filter(Switches::isFrozen).toList();
    boolean isWholeFrozen = frozen.size() * 2 > learning.size() && frozen.size() > 1;
    if (isWholeFrozen) {
      String remark = frozen.size() < learning.size() ? "  # all parameters are frozen …" : "";
      listing.line(
          depth, place.code() + ".requires_grad_(False)" + remark, new Subject.OfFreezing());
    }
    for (LayerSpec layer : learning) {
      boolean isFrozen = isFrozen(layer);
      if (isFrozen != isWholeFrozen) {
        listing.line(
            depth,
            place.member(layer)
                + (isFrozen ? ".requires_grad_(False)" : ".requires_grad_(True)  # … but these"),
            new Subject.OfFreezing(),
            new Subject.OfLayer(prefix + layer.name()));
      }
      if (!isFrozen) {
        freezeInside(place.inside(layer), prefix + layer.name() + ".", layer.children());
      }
    }
  }

  private void overrideInside(Place place, String prefix, List<LayerSpec> layers) {
    for (LayerSpec layer : layers) {
      if (layer.mode().isPresent() && (place.holdsInline() || !LayerCall.isInline(layer))) {
        Mode mode = layer.mode().get();
        listing.line(
            depth,
            "%s.%s()".formatted(place.member(layer), mode.key()),
            new Subject.OfMode(mode),
            new Subject.OfLayer(prefix + layer.name()));
      }
      overrideInside(place.inside(layer), prefix + layer.name() + ".", layer.children());
    }
  }

  /// Whether nothing in a layer learns.
  private static boolean isFrozen(LayerSpec layer) {
    boolean allInside =
        layer.type().isContainer()
            && layer.children().stream()
                .filter(Switches::hasParameters)
                .allMatch(Switches::isFrozen);
    return !layer.requiresGrad() || allInside;
  }

  private static boolean hasParameters(LayerSpec layer) {
    return ShapeCheck.parameters(layer) > 0;
  }
}
