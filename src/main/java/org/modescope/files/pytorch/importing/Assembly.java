package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private List<LayerSpec> named(
      List<Step> steps, Names names, Mode mode, String prefix, boolean isFrozen) {
    List<LayerSpec> layers = new ArrayList<>();
    for (List<Step> run : Runs.of(steps)) {
      Optional<String> own = Runs.firstOf(run.getFirst());
      boolean isAgain = own.isPresent() && !names.use(own.get());
      String name =
          own.isEmpty()
              ? names.ofFunction(run.getFirst())
              : isAgain ? again(own.get(), names, run.getFirst()) : own.get();
      layers.add(
          run.size() == 1 && !Runs.isDeep(run.getFirst())
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
          // A layer between those inside has no other name than its own.
          new Step.Use(line, module, path.size() > 1 ? path.subList(1, path.size()) : path);
      case Step.Nested(int line, Module module, List<String> path, List<Step> steps) ->
          new Step.Nested(line, module, path.subList(1, path.size()), steps);
      case Step.Inline inline -> inline;
      case Step.Joined joined -> joined;
      case Step.Concatenated concatenated -> concatenated;
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
      case Step.Concatenated concatenated -> concat(concatenated, name, mode, prefix, isFrozen);
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
        .forEach(
            (key, member) -> {
              if (member instanceof Missing missing) {
                leaveOut(missing);
              } else {
                layers.add(module(member, key, mode, path + ".", isFrozen));
              }
            });
    return layers;
  }

  /// A block of which a part could not be read is made of the others.
  private void leaveOut(Missing missing) {
    if (!isQuiet) {
      session.problem(
          missing.line(),
          missing.problem(),
          Phrase.of("import.understood.layers", "layers", String.join(", ", LayerMaker.names())));
    }
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
      if (steps.getFirst() instanceof Step.Concatenated concatenated) {
        return marked(
            concat(concatenated, name, module.mode(), prefix, frozen), module, mode, isFrozen);
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

  private LayerSpec concat(
      Step.Concatenated joined, String name, Mode mode, String prefix, boolean isFrozen) {
    List<List<LayerSpec>> branches = new ArrayList<>();
    for (List<Step> steps : joined.branches()) {
      String own = LayerType.branchName(branches.size());
      String inside = prefix + name + "." + own + ".";
      branches.add(unwrapped(own, named(steps, new Names(steps), mode, inside, isFrozen)));
    }
    return LayerSpec.concat(name, branches, joined.axis());
  }

  /// A branch that is one module of the branch's own name is what is inside that.
  private static List<LayerSpec> unwrapped(String name, List<LayerSpec> layers) {
    boolean isBranch =
        layers.size() == 1
            && layers.getFirst().type() == LayerType.SEQUENTIAL
            && layers.getFirst().name().equals(name)
            && layers.getFirst().mode().isEmpty()
            && layers.getFirst().requiresGrad();
    return isBranch ? layers.getFirst().children() : layers;
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
