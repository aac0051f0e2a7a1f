package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;

/// What a line of `forward` does to a tensor.
sealed interface Step {
  /// Where in the source.
  int line();

  /// A layer is called, or a residual block that is known as a whole.
  ///
  /// @param path its names from the module whose `forward` this is
  record Use(int line, Module module, List<String> path) implements Step {
    public Use {
      path = List.copyOf(path);
    }
  }

  /// A module that is made of others is called.
  ///
  /// @param steps what its own `forward` does
  record Nested(int line, Module module, List<String> path, List<Step> steps) implements Step {
    public Nested {
      path = List.copyOf(path);
      steps = List.copyOf(steps);
    }
  }

  /// A function is called.
  ///
  /// @param mode whose mode it follows; empty if nobody's
  record Inline(int line, LayerSpec layer, Optional<Module> follows, Optional<Mode> mode)
      implements Step {}

  /// Tensors of one origin are joined along an axis.
  record Concatenated(int line, List<List<Step>> branches, int axis) implements Step {
    public Concatenated {
      branches = branches.stream().map(List::copyOf).toList();
    }
  }

  /// Two tensors of one origin are added up.
  record Joined(int line, List<Step> body, List<Step> shortcut, @Nullable String activation)
      implements Step {
    public Joined {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }

    Joined rectified() {
      return new Joined(line, body, shortcut, "ReLU");
    }
  }
}
