package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.InputSpec;
import org.modescope.files.pytorch.source.Statement.ClassDefinition;
import org.modescope.files.pytorch.source.Statement.FunctionDefinition;

/// What a name of the source stands for, as far as it is known.
sealed interface Value {
  Value NOTHING = new Nothing();
  Value UNKNOWN = new Unknown("", 0);

  record Whole(long number) implements Value {}

  record Fraction(double number) implements Value {}

  record Words(String text) implements Value {}

  record Truth(boolean is) implements Value {}

  /// `None`
  record Nothing() implements Value {}

  /// A list or a tuple; a list grows.
  record Items(List<Value> items, boolean isTuple) implements Value {}

  /// A dictionary.
  record Dictionary(Map<Value, Value> entries) implements Value {}

  /// `range(…)`
  record Range(long from, long to, long step) implements Value {
    long count() {
      long span = step > 0 ? to - from : from - to;
      return span <= 0 ? 0 : (span - 1) / Math.abs(step) + 1;
    }
  }

  /// Something of a library, by its full name: `torch.nn.Linear`.
  record Known(String name) implements Value {
    String shortName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /// A function of the source.
  ///
  /// @param self the module that it is a method of
  record UserFunction(FunctionDefinition definition, Scope scope, Optional<Composite> self)
      implements Value {}

  /// A class of the source.
  record UserClass(ClassDefinition definition, Scope scope, List<Value> bases) implements Value {}

  /// A method of something, not yet called.
  record Method(Value owner, String name) implements Value {}

  /// `super()` in a method of a module.
  record Super(Composite self, List<Value> bases) implements Value {}

  /// A module. Its state changes as the source changes it.
  non-sealed interface OfModule extends Value {}

  /// A tensor on its way through `forward`.
  non-sealed interface OfFlow extends Value {}

  /// A tensor that is made outside of a net.
  ///
  /// @param line where
  record Sample(InputSpec input, int line) implements Value {}

  /// The parameters of a module, all of them.
  record Sweep(Module module) implements Value {}

  /// A parameter of a layer.
  record ParameterOf(Leaf leaf, String name) implements Value {}

  /// The number of rows of a batch, whatever it is.
  record RowCount() implements Value {}

  /// How many numbers one row of a tensor has, whatever it is.
  record FeatureCount() implements Value {}

  /// `self.training` of a module.
  record TrainingFlag(Module of) implements Value {}

  /// `torch.Generator().manual_seed(seed)`
  record SeededGenerator(OptionalLong seed) implements Value {}

  /// `torch.no_grad()` and the like.
  record GradContext(GradMode mode) implements Value {}

  /// What a net gave for an input.
  record Output() implements Value {}

  /// What cannot be known.
  ///
  /// @param written the call that it comes from; empty for anything else
  /// @param line where that stands; 0 for anything else
  record Unknown(String written, int line) implements Value {}
}
