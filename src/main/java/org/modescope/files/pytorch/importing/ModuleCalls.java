package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import org.modescope.files.pytorch.importing.Calls.Site;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.ParameterOf;
import org.modescope.files.pytorch.importing.Value.Sweep;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Words;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Follows what is done with modules: they are switched, frozen, filled.
final class ModuleCalls {
  private final Session session;
  private final Calls calls;

  ModuleCalls(Session session, Calls calls) {
    this.session = session;
    this.calls = calls;
  }

  /// `module.name(…)`
  Value method(Module module, String name, Given given, Site site) {
    switch (name) {
      case "train", "eval" -> {
        boolean isEval = name.equals("eval") || given.first().equals(new Truth(false));
        Mode mode = isEval ? Mode.EVAL : Mode.TRAIN;
        module.switchTo(mode);
        session.switched(site.line(), Phrase.of("import.taken.mode", "mode", mode.key()));
        return module;
      }
      case "requires_grad_" -> {
        module.requireGrad(!given.first().equals(new Truth(false)));
        session.switched(site.line(), Phrase.of("import.taken.freezing"));
        return module;
      }
      case "to", "cuda", "cpu", "float", "share_memory" -> {
        return module;
      }
      case "forward", "__call__" -> {
        return calls.forward().apply(module, given, site);
      }
      case "parameters" -> {
        return new Sweep(module);
      }
      case "named_parameters" -> {
        return new Items(new ArrayList<>(Members.namedParameters(module)), false);
      }
      case "modules" -> {
        return new Items(new ArrayList<>(Members.all(module)), false);
      }
      case "children" -> {
        return new Items(new ArrayList<>(module.members().values()), false);
      }
      case "named_modules", "named_children" -> {
        return new Items(
            new ArrayList<>(Members.named(module, name.equals("named_modules"))), false);
      }
      case "add_module", "register_module" -> {
        if (given.first() instanceof Words(String member)
            && given.find(1, "module").orElse(Value.UNKNOWN) instanceof Module added) {
          Members.put(module, member, added);
        }
        return Value.NOTHING;
      }
      case "append" -> {
        if (module instanceof Group group && given.first() instanceof Module added) {
          group.add(added);
        }
        return module;
      }
      case "extend" -> {
        if (module instanceof Group group) {
          Iteration.of(given.first()).ifPresent(all -> addAll(group, all));
        }
        return module;
      }
      case "items", "values", "keys" -> {
        return calls.plain().method(Members.dictionary(module), name, given);
      }
      case "load_state_dict" -> {
        session.passOver(Lines.of(site.line()), Phrase.of("import.over.weights"));
        return Value.NOTHING;
      }
      default -> {
        return calls.unknown(given, site);
      }
    }
  }

  private static void addAll(Group group, List<Value> modules) {
    modules.stream().filter(Module.class::isInstance).map(Module.class::cast).forEach(group::add);
  }

  /// `super().name(…)` where the class above is PyTorch's.
  Value ofSuper(Value.Super parent, String name, Given given, Site site) {
    if (!name.equals("__init__")) {
      return method(parent.self(), name, given, site);
    }
    if (Classes.isSequence(parent.self().kind())) {
      fill(parent.self(), given);
    }
    return Value.NOTHING;
  }

  /// Puts in what `nn.Sequential` is given.
  void fill(Module container, Given given) {
    if (given.first() instanceof Dictionary(var entries)) {
      entries.forEach(
          (key, value) -> {
            if (key instanceof Words(String name) && value instanceof Module module) {
              Members.put(container, name, module);
            }
          });
      return;
    }
    int next = container.members().size();
    for (Value value : given.places()) {
      if (value instanceof Module module) {
        Members.put(container, Integer.toString(next), module);
        next++;
      }
    }
  }

  Value ofParameter(ParameterOf parameter, String name, Given given, Site site) {
    if (name.equals("requires_grad_")) {
      parameter.leaf().require(parameter.name(), !given.first().equals(new Truth(false)));
      session.switched(site.line(), Phrase.of("import.taken.freezing"));
    }
    return parameter;
  }
}
