package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.modescope.files.pytorch.Blocks.BlockClass;
import org.modescope.files.pytorch.Maker.Rewriting;
import org.modescope.files.pytorch.Maker.Sequence;

/// Writes modules: classes with `__init__` and `forward`, and the expressions that make them.
record ModuleWriter(Listing listing) {
  /// An `nn.Sequential` with more members gets a line for each.
  private static final int MOST_ON_A_LINE = 3;

  /// The class of a net whose layers follow one another.
  void netClass(String name, List<Member> members) {
    listing.line(0, "class %s(nn.Module):".formatted(name));
    init(List.of(), members);
    forward();
    chain(members);
  }

  /// A class that blocks share.
  void blockClass(BlockClass shared) {
    Block block = shared.block();
    listing.line(0, "class %s(nn.Module):".formatted(shared.name()), layers(block.paths()));
    init(shared.parameters(), block.members());
    forward();
    switch (block.kind()) {
      case CHAIN -> chain(block.body());
      case JOINED -> listing.line(2, "return " + joined(block), layers(block.paths()));
      case SUM -> listing.line(2, "return " + sum(block), layers(block.paths()));
      case RECTIFIED_SUM ->
          listing.line(2, "return F.relu(%s)".formatted(sum(block)), layers(block.paths()));
    }
  }

  /// An expression, on one line or on several.
  ///
  /// @param before what stands before it, such as `self.layer1 = `
  /// @param after what stands after it
  void expression(int depth, String before, Maker maker, String after, List<String> paths) {
    String flat = before + maker.flat() + after;
    boolean isLong =
        maker instanceof Sequence sequence
            && (sequence.members().size() > MOST_ON_A_LINE || !Listing.fits(depth, flat));
    if (isLong) {
      sequence(depth, before, (Sequence) maker, after, paths);
      return;
    }
    List<String> all = new ArrayList<>(paths);
    maker.rewritten(
        Rewriting.ofPaths(
            inside -> {
              all.addAll(inside);
              return inside;
            }));
    listing.line(depth, flat, layers(all));
  }

  /// An `nn.Sequential` with a line for each member.
  void sequence(int depth, String before, Sequence sequence, String after, List<String> paths) {
    listing.line(depth, before + sequence.opening(), layers(paths));
    for (Member member : sequence.members()) {
      expression(
          depth + 1,
          sequence.before(member),
          member.maker(),
          sequence.after() + ",",
          member.paths());
    }
    listing.line(depth, sequence.closing() + after, layers(paths));
  }

  private void init(List<String> parameters, List<Member> members) {
    List<String> all = new ArrayList<>(List.of("self"));
    all.addAll(parameters);
    listing.line(1, "def __init__(%s):".formatted(String.join(", ", all)));
    listing.line(2, "super().__init__()");
    for (Member member : members) {
      if (member.step() instanceof Member.Module(Maker maker)) {
        expression(2, member.beforeMaker(), maker, member.afterMaker(), member.paths());
      }
    }
  }

  private void forward() {
    listing.blank();
    listing.line(1, "def forward(self, x):");
  }

  /// One member after another; the last one's result is returned.
  private void chain(List<Member> members) {
    if (members.isEmpty()) {
      listing.line(2, "return x");
    }
    for (Member member : members) {
      String target = member.equals(members.getLast()) ? "return " : "x = ";
      listing.line(2, target + member.applied("x") + member.remark(), layers(member.paths()));
    }
  }

  private static String joined(Block block) {
    return block.body().stream()
        .map(member -> member.applied("x"))
        .collect(Collectors.joining(", ", "torch.cat([", "], dim=" + block.axis() + ")"));
  }

  /// Writes what goes through the body and around it, and returns the expression of their sum.
  private String sum(Block block) {
    return branch("y", block.body()) + " + " + branch("shortcut", block.shortcut());
  }

  /// Writes a branch of more than one member line by line into a variable, and returns what names
  /// its result.
  private String branch(String variable, List<Member> members) {
    if (members.isEmpty()) {
      return "x";
    }
    if (members.size() == 1 && members.getFirst().remark().isEmpty()) {
      return members.getFirst().applied("x");
    }
    String operand = "x";
    for (Member member : members) {
      listing.line(
          2,
          "%s = %s%s".formatted(variable, member.applied(operand), member.remark()),
          layers(member.paths()));
      operand = variable;
    }
    return variable;
  }

  private static List<Subject> layers(List<String> paths) {
    return paths.stream().<Subject>map(Subject.OfLayer::new).toList();
  }
}
