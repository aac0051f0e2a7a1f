package org.modescope.files.pytorch.source;

import java.util.List;

/// A module as `print(model)` shows it: `Sequential( (0): Linear(in_features=10, …) )`.
///
/// @param name what it is called in the module around it; empty for the outermost
/// @param type its class
/// @param arguments what stands in its brackets, if it has no modules inside
public record PrintedModule(
    int line,
    String name,
    String type,
    List<Expression.Argument> arguments,
    List<PrintedModule> inside) {
  public PrintedModule {
    arguments = List.copyOf(arguments);
    inside = List.copyOf(inside);
  }
}
