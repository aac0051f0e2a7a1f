package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.modescope.files.pytorch.Maker.Rewriting;
import org.modescope.files.pytorch.Maker.Value;

/// A module class with a `forward` of its own that stands for one or more layers of the net:
/// residual blocks, and containers whose names `nn.Sequential` does not take.
///
/// @param kind what `forward` does
/// @param paths the containers of the net that this is
/// @param body what the input goes through
/// @param shortcut what goes around it, in a residual block
/// @param axis along which members are joined; 0 elsewhere
record Block(Kind kind, List<String> paths, List<Member> body, List<Member> shortcut, int axis) {
  Block {
    paths = List.copyOf(paths);
    body = List.copyOf(body);
    shortcut = List.copyOf(shortcut);
  }

  /// What `forward` does.
  enum Kind {
    /// One member after another.
    CHAIN,
    /// What its members make of the input, one after another along an axis.
    JOINED,
    /// The body's result plus the shortcut's.
    SUM,
    /// The same, rectified.
    RECTIFIED_SUM
  }

  /// The members in the order in which a module holds them.
  List<Member> members() {
    List<Member> members = new ArrayList<>(body);
    members.addAll(shortcut);
    return members;
  }

  Block rewritten(Rewriting rewriting) {
    return new Block(
        kind,
        rewriting.paths().apply(paths),
        body.stream().map(member -> member.rewritten(rewriting)).toList(),
        shortcut.stream().map(member -> member.rewritten(rewriting)).toList(),
        axis);
  }

  /// What two blocks have in common if one class can make both.
  Block skeleton() {
    return rewritten(new Rewriting(value -> value.withText(""), paths -> List.of()));
  }

  /// The values of all arguments inside, from left to right.
  List<Value> values() {
    List<Value> values = new ArrayList<>();
    rewritten(Rewriting.ofValues(value -> kept(values, value)));
    return values;
  }

  /// This block with other values, from left to right.
  Block withTexts(List<String> texts) {
    Iterator<String> next = texts.iterator();
    return rewritten(Rewriting.ofValues(value -> value.withText(next.next())));
  }

  /// This block, standing for what another of the same skeleton stands for as well.
  Block joinedWith(Block other) {
    List<List<String>> others = new ArrayList<>();
    other.rewritten(Rewriting.ofPaths(paths -> kept(others, paths)));
    Iterator<List<String>> next = others.iterator();
    return rewritten(
        Rewriting.ofPaths(paths -> Stream.concat(paths.stream(), next.next().stream()).toList()));
  }

  private static <T> T kept(List<T> all, T part) {
    all.add(part);
    return part;
  }
}
