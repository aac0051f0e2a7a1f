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
        put(module, given.first(), given.find(1, "module").orElse(Value.UNKNOWN), site);
        return Value.NOTHING;
      }
      case "append" -> {
        if (module instanceof Group group) {
          group.add(member(given.first(), site.line()));
        }
        return module;
      }
      case "extend" -> {
        if (module instanceof Group group) {
          Iteration.of(given.first())
              .orElseGet(() -> List.of(given.first()))
              .forEach(each -> group.add(member(each, site.line())));
        }
        return module;
      }
      case "items", "values", "keys" -> {
        return calls.plain().method(Members.dictionary(module), name, given);
      }
      case "save_hyperparameters" -> {
        if (module instanceof Composite composite) {
          composite.attributes().put("hparams", site.frame().scope().dictionary());
        }
        return Value.NOTHING;
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

  /// Puts a module in by its name. Where that is not known, the layer would be missing unsaid.
  void put(Module module, Value name, Value added, Site site) {
    if (name instanceof Words(String member) && added instanceof Module layer) {
      Members.put(module, member, layer);
    } else if (added instanceof Module) {
      session.problem(
          site.line(),
          Phrase.of("import.problem.nameless-layer"),
          Phrase.of("import.understood.nets"));
    }
  }

  /// `super().name(…)` where the class above is PyTorch's.
  Value ofSuper(Value.Super parent, String name, Given given, Site site) {
    if (!name.equals("__init__")) {
      return method(parent.self(), name, given, site);
    }
    if (Classes.isSequence(parent.self().kind())) {
      fill(parent.self(), given, site.line());
    }
    return Value.NOTHING;
  }

  /// Puts in what `nn.Sequential` is given.
  ///
  /// @param line where
  void fill(Module container, Given given, int line) {
    if (given.first() instanceof Dictionary(var entries)) {
      entries.forEach(
          (key, value) -> {
            if (key instanceof Words(String name)) {
              Members.put(container, name, member(value, line));
            }
          });
      return;
    }
    int next = container.members().size();
    for (Value value : given.places()) {
      Members.put(container, Integer.toString(next), member(value, line));
      next++;
    }
  }

  /// What is put in among layers: it is one, or it is not known.
  private static Module member(Value value, int line) {
    if (value instanceof Module module) {
      return module;
    }
    return value instanceof Value.Unknown(String found, int made) && made > 0
        ? new Missing(made, found, Phrase.of("import.problem.foreign", "found", found))
        : new Missing(line, "", Phrase.of("import.problem.nameless-member"));
  }

  Value ofParameter(ParameterOf parameter, String name, Given given, Site site) {
    if (name.equals("requires_grad_")) {
      parameter.leaf().require(parameter.name(), !given.first().equals(new Truth(false)));
      session.switched(site.line(), Phrase.of("import.taken.freezing"));
    }
    return parameter;
  }
}
