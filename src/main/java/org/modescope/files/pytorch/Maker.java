package org.modescope.files.pytorch;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The expression that makes a module, such as `nn.Linear(10, 20)`.
sealed interface Maker {

  /// The expression on one line.
  String flat();

  /// The same expression with every value and every member's paths replaced, from left to right.
  Maker rewritten(Rewriting rewriting);

  /// What becomes of the parts of an expression; both are asked from left to right.
  record Rewriting(UnaryOperator<Value> value, UnaryOperator<List<String>> paths) {
    static Rewriting ofValues(UnaryOperator<Value> value) {
      return new Rewriting(value, UnaryOperator.identity());
    }

    static Rewriting ofPaths(UnaryOperator<List<String>> paths) {
      return new Rewriting(UnaryOperator.identity(), paths);
    }
  }

  /// An argument as it is passed.
  ///
  /// @param argument the argument's name
  /// @param text a literal, or the name of a parameter
  record Value(String argument, Passing passing, String text) {
    Value withText(String other) {
      return new Value(argument, passing, other);
    }

    String flat() {
      return passing == Passing.KEYWORD ? argument + "=" + text : text;
    }
  }

  /// How an argument is passed.
  enum Passing {
    POSITION,
    KEYWORD
  }

  /// A class and its arguments.
  record Call(String callee, List<Value> values) implements Maker {
    public Call {
      values = List.copyOf(values);
    }

    @Override
    public String flat() {
      return values.stream().map(Value::flat).collect(Collectors.joining(", ", callee + "(", ")"));
    }

    @Override
    public Call rewritten(Rewriting rewriting) {
      return new Call(callee, values.stream().map(rewriting.value()).toList());
    }
  }

  /// `nn.Sequential`, its members named by their index or by names of their own.
  record Sequence(List<Member> members, Naming naming) implements Maker {
    public Sequence {
      members = List.copyOf(members);
    }

    @Override
    public String flat() {
      return members.stream()
          .map(this::flatMember)
          .collect(Collectors.joining(", ", opening(), closing()));
    }

    @Override
    public Sequence rewritten(Rewriting rewriting) {
      return new Sequence(
          members.stream().map(member -> member.rewritten(rewriting)).toList(), naming);
    }

    String opening() {
      return naming == Naming.INDEX ? "nn.Sequential(" : "nn.Sequential(OrderedDict([";
    }

    String closing() {
      return naming == Naming.INDEX ? ")" : "]))";
    }

    /// What stands before a member's own expression.
    String before(Member member) {
      return naming == Naming.INDEX ? "" : "(%s, ".formatted(PythonText.string(member.name()));
    }

    /// What stands after it.
    String after() {
      return naming == Naming.INDEX ? "" : ")";
    }

    private String flatMember(Member member) {
      return before(member) + member.maker().flat() + after();
    }
  }

  /// How the members of an `nn.Sequential` are named.
  enum Naming {
    INDEX,
    OWN
  }
}
