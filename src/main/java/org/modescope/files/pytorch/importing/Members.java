package org.modescope.files.pytorch.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.ParameterOf;
import org.modescope.files.pytorch.importing.Value.Words;

/// Lists what is inside modules, as PyTorch lists it.
final class Members {
  private Members() {}

  /// `named_parameters()`
  static List<Value> namedParameters(Module module) {
    List<Value> parameters = new ArrayList<>();
    walk(
        module,
        (path, each) -> {
          if (each instanceof Leaf leaf) {
            List<String> names = new ArrayList<>(leaf.parameters());
            // A weight comes before its bias.
            names.sort(Comparator.reverseOrder());
            String prefix = path.isEmpty() ? "" : path + ".";
            names.forEach(name -> parameters.add(pair(prefix + name, new ParameterOf(leaf, name))));
          }
        });
    return parameters;
  }

  /// `modules()`: the module itself, and all that is inside.
  static List<Value> all(Module module) {
    return List.copyOf(module.all());
  }

  /// `named_modules()`, or only those directly inside.
  static List<Value> named(Module module, boolean isDeep) {
    List<Value> named = new ArrayList<>();
    if (isDeep) {
      walk(module, (path, each) -> named.add(pair(path, each)));
    } else {
      module.members().forEach((name, member) -> named.add(pair(name, member)));
    }
    return named;
  }

  /// Where a module is inside another; empty if it is not.
  static Optional<String> path(Module from, Module sought) {
    List<String> found = new ArrayList<>();
    walk(
        from,
        (path, each) -> {
          if (each == sought) {
            found.add(path);
          }
        });
    return found.stream().findFirst();
  }

  /// Goes through a module and all that is inside, each once.
  private static void walk(Module module, BiConsumer<String, Module> visitor) {
    Set<Module> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Map.Entry<String, Module>> next = new ArrayDeque<>(List.of(Map.entry("", module)));
    while (!next.isEmpty()) {
      Map.Entry<String, Module> entry = next.pop();
      if (seen.add(entry.getValue())) {
        visitor.accept(entry.getKey(), entry.getValue());
        String prefix = entry.getKey().isEmpty() ? "" : entry.getKey() + ".";
        List.copyOf(entry.getValue().members().entrySet())
            .reversed()
            .forEach(member -> next.push(Map.entry(prefix + member.getKey(), member.getValue())));
      }
    }
  }

  private static Items pair(String name, Value value) {
    return new Items(new ArrayList<>(List.of(new Words(name), value)), true);
  }

  static Dictionary dictionary(Module module) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    module.members().forEach((name, member) -> entries.put(new Words(name), member));
    return new Dictionary(entries);
  }

  static void put(Module container, String name, Module module) {
    switch (container) {
      case Composite composite -> composite.attributes().put(name, module);
      case Group group -> group.put(name, module);
      case Leaf _, Forked _, Missing _ -> {
        // Nothing goes into a layer.
      }
    }
  }
}
