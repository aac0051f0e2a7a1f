package org.modescope.files.pytorch.importing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.files.pytorch.importing.Value.UserClass;

/// The nets that a source makes, of which one is meant.
final class Nets {
  private @Nullable Module assigned;
  private @Nullable UserClass defined;

  /// Notes that a variable holds a module.
  void assigned(Module module) {
    if (assigned == null || rank(module) >= rank(assigned)) {
      assigned = module;
    }
  }

  /// Notes a class of modules.
  void defined(UserClass kind) {
    defined = kind;
  }

  /// The net that the source holds in a variable; the last one, if there are several.
  Optional<Module> assigned() {
    return Optional.ofNullable(assigned);
  }

  /// The last class of modules.
  Optional<UserClass> lastClass() {
    return Optional.ofNullable(defined);
  }

  /// A class is more of a net than a chain, and a chain more than a layer.
  private static int rank(Module module) {
    return switch (module) {
      case Composite _ -> 3;
      case Group group -> group.kind() == Group.Kind.SEQUENCE ? 2 : 0;
      case Forked _ -> 2;
      case Leaf _ -> 1;
      case Missing _ -> 0;
    };
  }
}
