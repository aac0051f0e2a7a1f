package org.modescope.files.pytorch.importing;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.StateLayout;
import org.modescope.experiment.StateLayout.Counter;
import org.modescope.experiment.StateLayout.Entry;

/// A layer as a module of its own.
final class Leaf extends Module {
  /// What stands for its name until it has one.
  private static final String NAMELESS = "_";

  private final LayerSpec spec;
  private final Set<String> frozen = new HashSet<>();
  private boolean swept;

  Leaf(int line, LayerSpec spec) {
    super(line);
    this.spec = spec.named(NAMELESS);
    swept = !spec.requiresGrad();
  }

  /// The layer, under no name.
  LayerSpec spec() {
    return spec;
  }

  /// Whether it keeps anything from pass to pass.
  boolean hasState() {
    return !entries().isEmpty();
  }

  /// Whether PyTorch draws numbers when it is made.
  boolean isDrawn() {
    return LayerFamily.of(spec.type()) == LayerFamily.LEARNED;
  }

  /// The names of what it learns, such as `weight`.
  Set<String> parameters() {
    Set<String> names = new HashSet<>();
    entries()
        .forEach(
            (key, entry) -> {
              String name = key.substring(NAMELESS.length() + 1);
              if (!name.startsWith("running_") && !(entry instanceof Counter)) {
                names.add(name);
              }
            });
    return names;
  }

  private SequencedMap<String, Entry> entries() {
    return StateLayout.of(List.of(spec)).entries();
  }

  void sweep(boolean required) {
    swept = !required;
    frozen.clear();
  }

  /// `layer.weight.requires_grad = …`
  void require(String parameter, boolean required) {
    if (swept) {
      frozen.addAll(parameters());
      swept = false;
    }
    if (required) {
      frozen.remove(parameter);
    } else {
      frozen.add(parameter);
    }
  }

  boolean isFrozen() {
    return swept || !frozen.isEmpty() && frozen.containsAll(parameters());
  }

  /// Whether some of its parameters are frozen and others not, which an experiment cannot say.
  boolean isPartlyFrozen() {
    return !swept && !frozen.isEmpty() && !frozen.containsAll(parameters());
  }

  @Override
  SequencedMap<String, Module> members() {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
  }
}
