package org.modescope.files.pytorch.importing;

import java.util.List;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.pytorch.importing.Value.Nothing;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.preset.ResNet18;
import org.modescope.words.Phrase;

/// The nets of torchvision that are known here as a whole.
final class TorchvisionNets {
  private static final int CLASSES = 1000;

  private TorchvisionNets() {}

  static Module named(String name, Given given, int line, Session session) {
    if (!name.equals("resnet18")) {
      return new Missing(line, name, Phrase.of("import.problem.model", "found", name));
    }
    int classes =
        given.names().get("num_classes") instanceof Whole(long number)
                && number > 0
                && number < Integer.MAX_VALUE
            ? (int) number
            : CLASSES;
    Value weights =
        given.find(0, "weights").orElse(given.names().getOrDefault("pretrained", Value.NOTHING));
    if (!(weights instanceof Nothing) && !weights.equals(new Truth(false))) {
      session.assume(line, Phrase.of("import.assumed.weights"));
    }
    Group net = new Group(line, Group.Kind.SEQUENCE);
    ResNet18.layers(classes, ResNet18.Backbone.TRAINABLE)
        .forEach(layer -> net.put(layer.name(), module(layer, line, session)));
    return net;
  }

  private static Module module(LayerSpec layer, int line, Session session) {
    if (layer.type() == LayerType.SEQUENTIAL) {
      return group(layer.layers("layers"), line, session);
    }
    if (layer.type() == LayerType.RESIDUAL) {
      return new Forked(
          line,
          group(layer.layers("body"), line, session),
          group(layer.layers("shortcut"), line, session),
          layer.word("activation").orElse(null));
    }
    Leaf leaf = new Leaf(line, layer);
    if (leaf.isDrawn()) {
      session.drawn(leaf);
    }
    return leaf;
  }

  private static Group group(List<LayerSpec> layers, int line, Session session) {
    Group group = new Group(line, Group.Kind.SEQUENCE);
    layers.forEach(layer -> group.put(layer.name(), module(layer, line, session)));
    return group;
  }
}
