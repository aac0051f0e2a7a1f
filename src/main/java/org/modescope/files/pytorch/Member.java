package org.modescope.files.pytorch;

import java.util.List;
import org.modescope.experiment.LayerSpec;

/// A layer where code holds it: its name there, and what makes or computes it.
///
/// @param paths the layers of the net that this is; more than one in a class that several blocks
///   share
record Member(String name, List<String> paths, Step step) {
  Member {
    paths = List.copyOf(paths);
  }

  /// A member is a module that is made once, or a line of `forward` and nothing else.
  sealed interface Step {}

  /// A module, which carries the member's name.
  record Module(Maker maker) implements Step {}

  /// An expression in `forward`, such as `x.view(-1, 1440)`.
  ///
  /// @param before what stands before the operand
  /// @param after what stands after it
  /// @param remark what a learner should know about it; may be empty
  record Inline(String before, String after, String remark) implements Step {
    static Inline of(LayerSpec layer) {
      return switch (LayerCall.Inlined.of(layer)) {
        case VIEW -> new Inline("", ".view(%s)".formatted(LayerCall.sizes(layer)), "");
        case PERMUTE -> new Inline("", ".permute(%s)".formatted(LayerCall.sizes(layer)), "");
        case DROPOUT ->
            new Inline(
                "F.dropout(",
                ", p=%s)".formatted(PythonText.number(layer.number("p"))),
                "  # F.dropout ignores eval()");
      };
    }
  }

  /// The expression that makes the module.
  ///
  /// @throws IllegalStateException if it is none
  Maker maker() {
    if (step instanceof Module(Maker maker)) {
      return maker;
    }
    throw new IllegalStateException(name + " is no module");
  }

  Member rewritten(Maker.Rewriting rewriting) {
    List<String> newPaths = rewriting.paths().apply(paths);
    return switch (step) {
      case Module(Maker maker) ->
          new Member(name, newPaths, new Module(maker.rewritten(rewriting)));
      case Inline inline -> new Member(name, newPaths, inline);
    };
  }

  /// The line of `__init__` that makes the module, without what stands after the expression.
  String beforeMaker() {
    return switch (PythonNames.reach(name)) {
      case ATTRIBUTE -> "self.%s = ".formatted(name);
      case NAME -> "self.add_module(%s, ".formatted(PythonText.string(name));
      case DICTIONARY -> "self._modules[%s] = ".formatted(PythonText.string(name));
    };
  }

  /// What closes that line.
  String afterMaker() {
    return PythonNames.reach(name) == PythonNames.Reach.NAME ? ")" : "";
  }

  /// The expression in `forward` that computes this layer.
  String applied(String operand) {
    return switch (step) {
      case Module _ -> "%s(%s)".formatted(reachedFrom("self", name), operand);
      case Inline(String before, String after, String _) -> before + operand + after;
    };
  }

  /// What to say behind that line.
  String remark() {
    return step instanceof Inline inline ? inline.remark() : "";
  }

  /// The expression for a module's member.
  static String reachedFrom(String owner, String name) {
    return switch (PythonNames.reach(name)) {
      case ATTRIBUTE -> owner + "." + name;
      case NAME -> "getattr(%s, %s)".formatted(owner, PythonText.string(name));
      case DICTIONARY -> "%s._modules[%s]".formatted(owner, PythonText.string(name));
    };
  }
}
