package org.modescope.files.pytorch.importing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.modescope.nn.Mode;

/// A module as the source makes and changes it.
abstract sealed class Module implements Value.OfModule
    permits Leaf, Group, Forked, Composite, Missing {
  private final int line;
  private Mode mode = Mode.TRAIN;

  Module(int line) {
    this.line = line;
  }

  /// The line that makes it.
  int line() {
    return line;
  }

  Mode mode() {
    return mode;
  }

  /// The modules directly inside, by the names that they have there.
  abstract SequencedMap<String, Module> members();

  /// `module.train()`, `module.eval()`: it and all that is inside.
  void switchTo(Mode newMode) {
    all().forEach(module -> module.mode = newMode);
  }

  /// `module.training = …`, which does not reach what is inside.
  void switchAlone(Mode newMode) {
    mode = newMode;
  }

  /// The module itself and all that is inside, each once however many hold it.
  List<Module> all() {
    Set<Module> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    SequencedSet<Module> found = new LinkedHashSet<>();
    Deque<Module> next = new ArrayDeque<>(List.of(this));
    while (!next.isEmpty()) {
      Module module = next.pop();
      if (seen.add(module)) {
        found.add(module);
        List.copyOf(module.members().values()).reversed().forEach(next::push);
      }
    }
    return List.copyOf(found);
  }

  /// All layers inside, itself if it is one.
  Stream<Leaf> leaves() {
    return all().stream().filter(Leaf.class::isInstance).map(Leaf.class::cast);
  }

  /// Freezes or frees all parameters inside.
  void requireGrad(boolean required) {
    leaves().forEach(leaf -> leaf.sweep(required));
  }
}
