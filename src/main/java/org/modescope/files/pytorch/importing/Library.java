package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.GradMode;
import org.modescope.files.pytorch.importing.Calls.Site;
import org.modescope.files.pytorch.importing.Value.GradContext;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Known;
import org.modescope.files.pytorch.importing.Value.SeededGenerator;
import org.modescope.files.pytorch.importing.Value.Super;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.words.Phrase;

/// Follows calls of what PyTorch and its companions have.
final class Library {
  private static final String BUILTIN = "builtins.";

  private final Session session;
  private final Calls calls;
  private final Samples samples;

  Library(Session session, Calls calls) {
    this.session = session;
    this.calls = calls;
    this.samples = new Samples(session);
  }

  Value call(String name, Given given, Site site) {
    if (name.startsWith(Libraries.FUNCTIONAL)) {
      return function(name, given, site);
    }
    if (name.startsWith(Libraries.NN) && isClass(name)) {
      return module(name.substring(Libraries.NN.length()), given, site);
    }
    return switch (name) {
      case "torch.manual_seed", "torch.random.manual_seed" -> seed(given, site);
      case "torch.no_grad" -> new GradContext(GradMode.NO_GRAD);
      case "torch.enable_grad" -> new GradContext(GradMode.GRAD);
      case "torch.inference_mode" -> new GradContext(GradMode.INFERENCE_MODE);
      case "torch.set_grad_enabled", "torch.autograd.set_grad_enabled" -> setGrad(given, site);
      case "torch.Generator" -> new SeededGenerator(OptionalLong.empty());
      case "torch.randn",
          "torch.rand",
          "torch.zeros",
          "torch.ones",
          "torch.tensor",
          "torch.LongTensor",
          "torch.randint" ->
          site.frame().isForward()
              ? calls.unknown(given, site)
              : samples.make(new Known(name).shortName(), given, site.line());
      case "torch.cuda.is_available", "torch.backends.mps.is_available" -> new Truth(false);
      case "collections.OrderedDict" ->
          calls.plain().function("OrderedDict", given).orElse(Value.UNKNOWN);
      default -> Arithmetic.of(name, given).orElseGet(() -> other(name, given, site));
    };
  }

  private Value other(String name, Given given, Site site) {
    if (name.startsWith(BUILTIN)) {
      return builtin(name.substring(BUILTIN.length()), given, site);
    }
    boolean isNet =
        name.startsWith("torchvision.models.") && !new Known(name).shortName().contains("_Weights");
    if (isNet || name.startsWith("timm.") || name.equals("torch.hub.load")) {
      return TorchvisionNets.named(new Known(name).shortName(), given, site.line(), session);
    }
    if (name.startsWith(Libraries.NN + "init.")) {
      session.passOver(Lines.of(site.line()), Phrase.of("import.over.init"));
      return Value.NOTHING;
    }
    return name.startsWith("torch.") ? function(name, given, site) : calls.unknown(given, site);
  }

  private Value function(String name, Given given, Site site) {
    return site.frame().isForward()
        ? calls.flows().function(new Known(name).shortName(), given, site)
        : Value.UNKNOWN;
  }

  private static boolean isClass(String name) {
    String rest = name.substring(Libraries.NN.length());
    return !rest.contains(".") && !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
  }

  private Value module(String type, Given given, Site site) {
    switch (type) {
      case "Sequential" -> {
        Group group = new Group(site.line(), Group.Kind.SEQUENCE);
        calls.modules().fill(group, given, site.line());
        return given.isWhole() ? group : unknownMembers(site, type);
      }
      case "ModuleList", "ModuleDict" -> {
        Group group = new Group(site.line(), Group.Kind.LIST);
        Optional<List<Value>> all = Iteration.of(given.first());
        if (type.equals("ModuleDict")) {
          calls.modules().fill(group, given, site.line());
        } else if (all.isPresent()) {
          all.get().forEach(each -> calls.modules().fill(group, Given.of(each), site.line()));
        } else if (!given.places().isEmpty()) {
          return unknownMembers(site, type);
        }
        return group;
      }
      default -> {
        if (type.endsWith("Loss") || type.equals("DataParallel") || type.equals("Parameter")) {
          boolean isWrapper = type.equals("DataParallel");
          return isWrapper && given.first() instanceof Module inner ? inner : Value.UNKNOWN;
        }
        Module made = new LayerMaker(session).module(type, given, site.line());
        if (made instanceof Leaf leaf && leaf.isDrawn()) {
          session.drawn(leaf);
        }
        return made;
      }
    }
  }

  private static Value unknownMembers(Site site, String type) {
    return new Missing(
        site.line(), "nn." + type, Phrase.of("import.problem.unknown-members", "type", type));
  }

  private Value seed(Given given, Site site) {
    if (given.first() instanceof Whole(long seed)) {
      session.seed(seed, site.line());
    }
    return Value.NOTHING;
  }

  private Value setGrad(Given given, Site site) {
    boolean isOff = given.first().equals(new Truth(false));
    GradMode mode = isOff ? GradMode.NO_GRAD : GradMode.GRAD;
    if (!session.passes().isMade()) {
      session.passes().setGradMode(mode, site.line());
    }
    return new GradContext(mode);
  }

  private Value builtin(String name, Given given, Site site) {
    Optional<Value> plain =
        calls.plain().function(name, given).or(() -> Arithmetic.of(name, given));
    if (plain.isPresent()) {
      return plain.get();
    }
    return switch (name) {
      case "super" -> parent(site);
      case "print" -> Value.NOTHING;
      case "isinstance" -> isInstance(given);
      case "type" ->
          given.first() instanceof Module module ? Attributes.classOf(module) : Value.UNKNOWN;
      case "getattr" -> attribute(given);
      case "hasattr" ->
          given.first() instanceof Module module
                  && given.find(1, "name").orElse(Value.UNKNOWN) instanceof Words(String sought)
              ? new Truth(module.members().containsKey(sought))
              : Value.UNKNOWN;
      case "setattr" -> setAttribute(given, site);
      default -> calls.unknown(given, site);
    };
  }

  /// The class above the one that a method belongs to.
  private static Value parent(Site site) {
    Composite self = site.frame().self();
    if (self == null) {
      return Value.UNKNOWN;
    }
    UserClass own =
        site.frame().scope().find(Classes.CLASS).orElse(self.kind()) instanceof UserClass kind
            ? kind
            : self.kind();
    return new Super(self, own.bases());
  }

  private static Value isInstance(Given given) {
    Value kinds = given.find(1, "classinfo").orElse(Value.UNKNOWN);
    List<Value> all = kinds instanceof Items(List<Value> items, boolean _) ? items : List.of(kinds);
    if (given.first() instanceof Module module && all.stream().allMatch(Library::isKind)) {
      Value kind = Attributes.classOf(module);
      return new Truth(
          all.stream().anyMatch(each -> each.equals(kind) || isAnyModule(each))
              || all.stream().anyMatch(each -> isGroupOf(each, kind)));
    }
    boolean isNumber = given.first() instanceof Whole && kinds.equals(new Known(BUILTIN + "int"));
    boolean isText = given.first() instanceof Words && kinds.equals(new Known(BUILTIN + "str"));
    boolean isList =
        given.first() instanceof Items(List<Value> _, boolean isTuple)
            && kinds.equals(new Known(BUILTIN + (isTuple ? "tuple" : "list")));
    boolean isKnown =
        given.first() instanceof Whole
            || given.first() instanceof Words
            || given.first() instanceof Items;
    return isKnown && all.stream().allMatch(Library::isKind)
        ? new Truth(isNumber || isText || isList)
        : Value.UNKNOWN;
  }

  private static boolean isKind(Value value) {
    return value instanceof Known || value instanceof UserClass;
  }

  private static boolean isAnyModule(Value kind) {
    return kind.equals(new Known(Libraries.NN + "Module"));
  }

  /// Classes that PyTorch's own are derived from: `_BatchNorm`, `_DropoutNd`.
  private static boolean isGroupOf(Value kind, Value of) {
    if (!(kind instanceof Known known) || !(of instanceof Known one)) {
      return false;
    }
    return switch (known.shortName()) {
      case "_BatchNorm" -> one.shortName().startsWith("BatchNorm");
      case "_DropoutNd" -> one.shortName().contains("Dropout");
      default -> false;
    };
  }

  private static Value attribute(Given given) {
    return given.first() instanceof Module module
            && given.find(1, "name").orElse(Value.UNKNOWN) instanceof Words(String name)
        ? Optional.<Value>ofNullable(module.members().get(name))
            .or(() -> given.find(2, "default"))
            .orElse(Value.UNKNOWN)
        : Value.UNKNOWN;
  }

  private Value setAttribute(Given given, Site site) {
    Value value = given.find(2, "value").orElse(Value.UNKNOWN);
    if (given.first() instanceof Module module) {
      calls.modules().put(module, given.find(1, "name").orElse(Value.UNKNOWN), value, site);
    }
    return Value.NOTHING;
  }
}
