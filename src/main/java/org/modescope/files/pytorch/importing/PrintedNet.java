package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.pytorch.importing.Frame.Place;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.PrintedModule;
import org.modescope.words.Phrase;

/// Makes modules of what `print(model)` printed. That shows modules and not `forward`, so they are
/// taken in their order, and what is usual between them is put in and told.
final class PrintedNet {
  private final Session session;
  private final Evaluator evaluator;

  PrintedNet(Session session) {
    this.session = session;
    this.evaluator = new Interpreter(session).evaluator();
  }

  /// The outermost module.
  Module net(PrintedModule printed) {
    if (!isSequence(printed) && !printed.inside().isEmpty()) {
      session.assume(printed.line(), Phrase.of("import.assumed.printed"));
    }
    return module(printed);
  }

  private Module module(PrintedModule printed) {
    if (printed.inside().isEmpty()) {
      return leaf(printed);
    }
    return isResidual(printed) ? residual(printed) : group(printed, printed.inside());
  }

  private static boolean isSequence(PrintedModule printed) {
    return printed.type().equals("Sequential");
  }

  private Module leaf(PrintedModule printed) {
    if (isSequence(printed)) {
      return new Group(printed.line(), Group.Kind.SEQUENCE);
    }
    Frame frame = new Frame(new Scope(null), Place.CONSTRUCTION, null);
    List<Argument> arguments = new ArrayList<>(printed.arguments());
    Given given = evaluator.given(arguments, frame);
    return new LayerMaker(session).module(printed.type(), given, printed.line());
  }

  /// torchvision's `BasicBlock`, and what is made after it.
  private static boolean isResidual(PrintedModule printed) {
    List<String> names = printed.inside().stream().map(PrintedModule::name).toList();
    return printed.type().equals("BasicBlock")
        && names.containsAll(List.of("conv1", "bn1", "conv2", "bn2"));
  }

  private Module residual(PrintedModule printed) {
    Group body = new Group(printed.line(), Group.Kind.SEQUENCE);
    Group shortcut = new Group(printed.line(), Group.Kind.SEQUENCE);
    for (PrintedModule inside : printed.inside()) {
      boolean isAround = inside.name().equals("downsample") || inside.name().equals("shortcut");
      boolean isAfter = inside.name().startsWith("drop_") || inside.name().equals("relu2");
      if (isAround) {
        shortcut.put(inside.name(), module(inside));
      } else if (!isAfter) {
        body.put(inside.name(), module(inside));
      }
    }
    if (!body.members().containsKey("relu")) {
      body = withRelu(body);
    }
    return new Forked(printed.line(), body, shortcut, "ReLU");
  }

  private static Group withRelu(Group body) {
    Group with = new Group(body.line(), Group.Kind.SEQUENCE);
    body.members()
        .forEach(
            (name, member) -> {
              with.put(name, member);
              if (name.equals("bn1")) {
                with.put("relu", layer(LayerType.RELU, body.line()));
              }
            });
    return with;
  }

  private Group group(PrintedModule printed, List<PrintedModule> inside) {
    Group group = new Group(printed.line(), Group.Kind.SEQUENCE);
    SequencedMap<String, Module> members = new LinkedHashMap<>();
    inside.forEach(member -> members.put(member.name(), module(member)));
    Optional<LayerType> before = Optional.empty();
    for (var member : members.entrySet()) {
      Optional<LayerType> first = firstType(member.getValue());
      boolean isFlattened =
          !isSequence(printed)
              && first.equals(Optional.of(LayerType.LINEAR))
              && before.filter(PrintedNet::isOfImages).isPresent();
      if (isFlattened) {
        group.put("flatten", layer(LayerType.FLATTEN, printed.line()));
        session.assume(
            member.getValue().line(),
            Phrase.of("import.assumed.flatten", "layer", member.getKey()));
      }
      group.put(member.getKey(), member.getValue());
      before = lastType(member.getValue()).or(() -> first);
    }
    return group;
  }

  private static Leaf layer(LayerType type, int line) {
    return new Leaf(line, LayerSpec.of(type, "_", java.util.Map.of()));
  }

  private static boolean isOfImages(LayerType type) {
    return LayerFamily.of(type) == LayerFamily.POOLING
        || type == LayerType.CONV_2D
        || type == LayerType.BATCH_NORM_2D
        || type == LayerType.DROPOUT_2D;
  }

  private static Optional<LayerType> firstType(Module module) {
    return module
        .leaves()
        .map(leaf -> leaf.spec().type())
        .filter(type -> isOfImages(type) || type == LayerType.LINEAR)
        .findFirst();
  }

  private static Optional<LayerType> lastType(Module module) {
    return module
        .leaves()
        .map(leaf -> leaf.spec().type())
        .filter(type -> isOfImages(type) || type == LayerType.LINEAR)
        .reduce((first, last) -> last);
  }
}
