package org.modescope.files.pytorch;

import java.util.Set;
import java.util.regex.Pattern;
import org.modescope.files.pytorch.source.Keywords;

/// Which names can stand in Python code, and where.
final class PythonNames {
  /// What a class is called whose experiment's name makes none.
  static final String DEFAULT_CLASS = "Net";

  private static final int LONGEST_CLASS_NAME = 40;

  /// ASCII alone: Python takes letters that look alike for one and the same.
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

  /// What `nn.Module` and `nn.Sequential` already have, from PyTorch 1.13 to 2.x: a layer of such a
  /// name cannot be added as an attribute.
  private static final Set<String> TAKEN =
      Set.of(
          "T_destination",
          "add_module",
          "append",
          "apply",
          "bfloat16",
          "buffers",
          "call_super_init",
          "children",
          "compile",
          "cpu",
          "cuda",
          "double",
          "dump_patches",
          "eval",
          "extend",
          "extra_repr",
          "float",
          "forward",
          "get_buffer",
          "get_extra_state",
          "get_parameter",
          "get_submodule",
          "half",
          "insert",
          "ipu",
          "load_state_dict",
          "modules",
          "mtia",
          "named_buffers",
          "named_children",
          "named_modules",
          "named_parameters",
          "parameters",
          "pop",
          "register_backward_hook",
          "register_buffer",
          "register_forward_hook",
          "register_forward_pre_hook",
          "register_full_backward_hook",
          "register_full_backward_pre_hook",
          "register_load_state_dict_post_hook",
          "register_load_state_dict_pre_hook",
          "register_module",
          "register_parameter",
          "register_state_dict_post_hook",
          "register_state_dict_pre_hook",
          "requires_grad_",
          "set_extra_state",
          "set_submodule",
          "share_memory",
          "state_dict",
          "to",
          "to_empty",
          "train",
          "training",
          "type",
          "xpu",
          "zero_grad");

  private PythonNames() {}

  /// How code reaches a layer of a module by its name.
  enum Reach {
    /// `self.fc1`
    ATTRIBUTE,
    /// `getattr(self, "0")`, after `self.add_module("0", …)`
    NAME,
    /// `self._modules["train"]`: PyTorch's own `add_module` refuses such a name, because the module
    /// has something of that name, or because a state_dict would read it as two.
    DICTIONARY
  }

  /// How code reaches a layer of that name.
  static Reach reach(String name) {
    boolean isRefused =
        name.isEmpty() || name.contains(".") || name.startsWith("_") || TAKEN.contains(name);
    if (isRefused) {
      return Reach.DICTIONARY;
    }
    return ATTRIBUTE.matcher(name).matches() && !Keywords.isOne(name)
        ? Reach.ATTRIBUTE
        : Reach.NAME;
  }

  /// A class name made of an experiment's name: “BatchNorm only” becomes `BatchNormOnly`.
  ///
  /// @param used names that mean something else in the script
  static String ofClass(String experiment, Set<String> used) {
    StringBuilder joined = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(experiment)) {
      if (!word.isEmpty()) {
        joined.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    String name = joined.toString();
    boolean isName =
        ATTRIBUTE.matcher(name).matches()
            && name.length() <= LONGEST_CLASS_NAME
            && !Keywords.isOne(name)
            && experiment.codePoints().noneMatch(point -> point > 127 && Character.isLetter(point));
    if (!isName) {
      return DEFAULT_CLASS;
    }
    return used.contains(name) ? name + DEFAULT_CLASS : name;
  }
}
