package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Makes layers of the steps of a `forward`: each gets a name, its mode where it is another than
/// that of what is around it, and is frozen if all that learns in it is.
final class Assembly {
  private final Session session;
  private final Mode outer;
  private boolean isQuiet;

  /// @param outer the mode of the net
  Assembly(Session session, Mode outer) {
    this.session = session;
    this.outer = outer;
  }

  /// The layers of a net.
  List<LayerSpec> layers(List<Step> steps) {
    return named(steps, new Names(steps), outer, "", false);
  }

  /// The layers of a step, of which nothing is said.
  List<LayerSpec> quietly(Step step) {
    isQuiet = true;
    return layers(List.of(step));
  }

  /// Names for steps side by side, those of their modules first.
  private static final class Names {
    private final Set<String> taken = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Integer> next = new HashMap<>();

    Names(List<Step> steps) {
      for (Step step : steps) {
        firstOf(step).ifPresent(taken::add);
        if (firstOf(step).isEmpty()) {
          stems.merge(stem(step), 1, Integer::sum);
        }
      }
    }

    /// Whether a module's name is used for the first time.
    boolean use(String name) {
      return used.add(name);
    }

    /// A name for a function's layer: `relu` if it is the only one, otherwise `relu1`, `relu2`.
    String ofFunction(Step step) {
      String stem = stem(step);
      if (stems.getOrDefault(stem, 0) <= 1 && taken.add(stem)) {
        return stem;
      }
      return numbered(stem, 1);
    }

    /// @param first the number to begin with
    String numbered(String stem, int first) {
      int number = next.getOrDefault(stem, first);
      while (!taken.add(stem + number)) {
        number++;
      }
      next.put(stem, number + 1);
      return stem + number;
    }

    private static String stem(Step step) {
      return switch (step) {
        case Step.Inline inline -> inline.layer().type().stem();
        case Step.Joined _ -> LayerType.RESIDUAL.stem();
        case Step.Use _, Step.Nested _ -> LayerType.SEQUENTIAL.stem();
      };
    }
  }

  private static Optional<String> firstOf(Step step) {
    return switch (step) {
      case Step.Use use -> use.path().stream().findFirst();
      case Step.Nested nested -> nested.path().stream().findFirst();
      case Step.Inline _, Step.Joined _ -> Optional.empty();
    };
  }

  private List<LayerSpec> named(
      List<Step> steps, Names names, Mode mode, String prefix, boolean isFrozen) {
    List<LayerSpec> layers = new ArrayList<>();
    for (List<Step> run : runs(steps)) {
      Optional<String> own = firstOf(run.getFirst());
      boolean isAgain = own.isPresent() && !names.use(own.get());
      String name =
          own.isEmpty()
              ? names.ofFunction(run.getFirst())
              : isAgain ? again(own.get(), names, run.getFirst()) : own.get();
      layers.add(
          run.size() == 1 && !isDeep(run.getFirst())
              ? layer(run.getFirst(), name, mode, prefix, isFrozen)
              : container(run, name, mode, prefix, isFrozen));
    }
    return layers;
  }

  private String again(String name, Names names, Step step) {
    String other = names.numbered(name + "_", 2);
    if (!isQuiet) {
      session.assume(step.line(), Phrase.of("import.assumed.again", "layer", name, "name", other));
    }
    return other;
  }

  private static boolean isDeep(Step step) {
    return switch (step) {
      case Step.Use use -> use.path().size() > 1;
      case Step.Nested nested -> nested.path().size() > 1;
      case Step.Inline _, Step.Joined _ -> false;
    };
  }

  /// Steps one after another that are inside the same module make one run, functions between them
  /// included.
  private static List<List<Step>> runs(List<Step> steps) {
    List<List<Step>> runs = new ArrayList<>();
    List<Step> between = new ArrayList<>();
    for (Step step : steps) {
      boolean isFunction = firstOf(step).isEmpty();
      if (isFunction && !runs.isEmpty() && isDeep(runs.getLast().getLast())) {
        between.add(step);
        continue;
      }
      boolean goesOn =
          !runs.isEmpty()
              && isDeep(step)
              && isDeep(runs.getLast().getLast())
              && firstOf(step).equals(firstOf(runs.getLast().getFirst()));
      if (goesOn) {
        runs.getLast().addAll(between);
        runs.getLast().add(step);
      } else {
        between.forEach(each -> runs.add(new ArrayList<>(List.of(each))));
        runs.add(new ArrayList<>(List.of(step)));
      }
      between.clear();
    }
    between.forEach(each -> runs.add(new ArrayList<>(List.of(each))));
    return runs;
  }

  private LayerSpec container(
      List<Step> run, String name, Mode mode, String prefix, boolean isFrozen) {
    List<Step> inside = run.stream().map(Assembly::within).toList();
    List<LayerSpec> layers = named(inside, new Names(inside), mode, prefix + name + ".", isFrozen);
    return LayerSpec.of(LayerType.SEQUENTIAL, name, Map.of("layers", layers));
  }

  /// A step as seen from one module further in.
  private static Step within(Step step) {
    return switch (step) {
      case Step.Use(int line, Module module, List<String> path) ->
          new Step.Use(line, module, path.subList(1, path.size()));
      case Step.Nested(int line, Module module, List<String> path, List<Step> steps) ->
          new Step.Nested(line, module, path.subList(1, path.size()), steps);
      case Step.Inline inline -> inline;
      case Step.Joined joined -> joined;
    };
  }

  private LayerSpec layer(Step step, String name, Mode mode, String prefix, boolean isFrozen) {
    return switch (step) {
      case Step.Use(int _, Module module, List<String> _) ->
          module(module, name, mode, prefix, isFrozen);
      case Step.Nested nested -> nested(nested, name, mode, prefix, isFrozen);
      case Step.Inline(int line, LayerSpec layer, var follows, var own) -> {
        told(line, prefix + name);
        Mode itsMode = own.or(() -> follows.map(Module::mode)).orElse(mode);
        yield layer.named(name).withMode(override(mode, itsMode));
      }
      case Step.Joined joined -> residual(joined, name, mode, prefix, isFrozen);
    };
  }

  private LayerSpec module(Module module, String name, Mode mode, String prefix, boolean isFrozen) {
    return switch (module) {
      case Leaf leaf -> {
        told(leaf.line(), prefix + name);
        if (!isQuiet) {
          session.use(leaf);
        }
        if (leaf.isPartlyFrozen() && !isQuiet) {
          session.problem(
              leaf.line(),
              Phrase.of("import.problem.partly-frozen", "layer", prefix + name),
              Phrase.of("import.understood.frozen"));
        }
        yield leaf.spec()
            .named(name)
            .withMode(override(mode, leaf.mode()))
            .withRequiresGrad(isFrozen || !leaf.isFrozen());
      }
      case Forked forked -> {
        boolean frozen = isFrozen || isWhollyFrozen(forked);
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("body", members(forked.body(), forked.mode(), prefix + name, frozen));
        arguments.put("shortcut", members(forked.shortcut(), forked.mode(), prefix + name, frozen));
        arguments.put("activation", forked.activation());
        yield marked(LayerSpec.of(LayerType.RESIDUAL, name, arguments), forked, mode, isFrozen);
      }
      case Group group ->
          marked(
              LayerSpec.of(
                  LayerType.SEQUENTIAL,
                  name,
                  Map.of(
                      "layers",
                      members(
                          group, group.mode(), prefix + name, isFrozen || isWhollyFrozen(group)))),
              group,
              mode,
              isFrozen);
      case Composite _, Missing _ ->
          throw new IllegalStateException(name + " is followed by its forward");
    };
  }

  private List<LayerSpec> members(Group group, Mode mode, String path, boolean isFrozen) {
    List<LayerSpec> layers = new ArrayList<>();
    group
        .members()
        .forEach((key, member) -> layers.add(module(member, key, mode, path + ".", isFrozen)));
    return layers;
  }

  private static LayerSpec marked(LayerSpec layer, Module module, Mode mode, boolean isFrozen) {
    return layer
        .withMode(override(mode, module.mode()))
        .withRequiresGrad(isFrozen || !isWhollyFrozen(module));
  }

  private LayerSpec nested(
      Step.Nested nested, String name, Mode mode, String prefix, boolean isFrozen) {
    Module module = nested.module();
    List<Step> steps = nested.steps();
    boolean frozen = isFrozen || isWhollyFrozen(module);
    if (module instanceof Composite && steps.size() == 1) {
      // A block that only adds up is a residual; one that only calls a function is that function.
      if (steps.getFirst() instanceof Step.Joined joined) {
        return marked(
            residual(joined, name, module.mode(), prefix, frozen), module, mode, isFrozen);
      }
      if (steps.getFirst() instanceof Step.Inline) {
        return layer(steps.getFirst(), name, mode, prefix, isFrozen);
      }
    }
    List<LayerSpec> layers =
        named(steps, new Names(steps), module.mode(), prefix + name + ".", frozen);
    return marked(
        LayerSpec.of(LayerType.SEQUENTIAL, name, Map.of("layers", layers)), module, mode, isFrozen);
  }

  private LayerSpec residual(
      Step.Joined joined, String name, Mode mode, String prefix, boolean isFrozen) {
    List<Step> all = new ArrayList<>(joined.body());
    all.addAll(joined.shortcut());
    Names names = new Names(all);
    String inside = prefix + name + ".";
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("body", named(joined.body(), names, mode, inside, isFrozen));
    arguments.put("shortcut", named(joined.shortcut(), names, mode, inside, isFrozen));
    arguments.put("activation", joined.activation());
    return LayerSpec.of(LayerType.RESIDUAL, name, arguments);
  }

  private static Optional<Mode> override(Mode around, Mode own) {
    return around == own ? Optional.empty() : Optional.of(own);
  }

  /// Whether all that is inside is frozen, so that it can be said of the whole.
  private static boolean isWhollyFrozen(Module module) {
    List<Leaf> leaves = module.leaves().toList();
    return leaves.stream().anyMatch(leaf -> leaf.isFrozen() && !leaf.parameters().isEmpty())
        && leaves.stream().allMatch(leaf -> leaf.isFrozen() || leaf.parameters().isEmpty());
  }

  private void told(int line, String path) {
    if (!isQuiet) {
      session.take(line, Phrase.of("import.taken.layer", "layer", path));
    }
  }
}
