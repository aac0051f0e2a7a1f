package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.pytorch.Maker.Call;
import org.modescope.files.pytorch.Maker.Naming;
import org.modescope.files.pytorch.Maker.Passing;
import org.modescope.files.pytorch.Maker.Sequence;
import org.modescope.files.pytorch.Maker.Value;

/// The module classes that a net's blocks need, one for all blocks that are built alike: where they
/// differ in a number, the class takes it as a parameter.
final class Blocks {
  private final List<BlockClass> classes = new ArrayList<>();
  private final Map<String, Call> calls = new LinkedHashMap<>();

  /// A module class that blocks share.
  ///
  /// @param parameters what `__init__` takes
  /// @param block what it holds; its values are literals or parameters
  record BlockClass(String name, List<String> parameters, Block block) {
    BlockClass {
      parameters = List.copyOf(parameters);
    }
  }

  /// A container that needs a class.
  private record Found(String path, LayerSpec layer, int height) {}

  /// Finds the blocks of a net and makes their classes, the innermost first.
  static Blocks of(List<LayerSpec> network) {
    List<Found> found = new ArrayList<>();
    network.forEach(layer -> find(layer, layer.name(), found));
    Blocks blocks = new Blocks();
    int highest = found.stream().mapToInt(Found::height).max().orElse(0);
    for (int height = 1; height <= highest; height++) {
      blocks.addLevel(found, height);
    }
    return blocks;
  }

  /// The classes, each after those it uses.
  List<BlockClass> classes() {
    return classes;
  }

  /// The expression that makes a layer, wherever it is.
  Maker maker(LayerSpec layer, String path) {
    Call block = calls.get(path);
    if (block != null) {
      return block;
    }
    return Form.of(layer) == Form.SEQUENCE
        ? sequence(layer.children(), path + ".")
        : LayerCall.of(layer);
  }

  /// Layers as members of an `nn.Sequential`.
  Sequence sequence(List<LayerSpec> layers, String prefix) {
    List<Member> members = new ArrayList<>();
    for (LayerSpec layer : layers) {
      String path = prefix + layer.name();
      members.add(new Member(layer.name(), List.of(path), new Member.Module(maker(layer, path))));
    }
    return new Sequence(members, isIndexed(layers) ? Naming.INDEX : Naming.OWN);
  }

  /// Layers as members of a class with a `forward`.
  List<Member> members(List<LayerSpec> layers, String prefix) {
    List<Member> members = new ArrayList<>();
    for (LayerSpec layer : layers) {
      String path = prefix + layer.name();
      Member.Step step =
          LayerCall.isInline(layer)
              ? Member.Inline.of(layer)
              : new Member.Module(maker(layer, path));
      members.add(new Member(layer.name(), List.of(path), step));
    }
    return members;
  }

  /// Whether layers are called 0, 1, 2, …, as `nn.Sequential` calls them by itself.
  static boolean isIndexed(List<LayerSpec> layers) {
    return IntStream.range(0, layers.size())
        .allMatch(index -> layers.get(index).name().equals(Integer.toString(index)));
  }

  /// Whether a container needs a class of its own.
  static boolean isBlock(LayerSpec layer) {
    return switch (Form.of(layer)) {
      case BLOCK -> true;
      case SEQUENCE ->
          layer.children().stream()
              .anyMatch(child -> PythonNames.reach(child.name()) == PythonNames.Reach.DICTIONARY);
      case MODULE, INLINE -> false;
    };
  }

  /// Adds what is inside, then the layer itself, and returns how deep blocks are nested in it.
  private static int find(LayerSpec layer, String path, List<Found> found) {
    int height = 0;
    for (LayerSpec child : layer.children()) {
      height = Math.max(height, find(child, path + "." + child.name(), found));
    }
    if (isBlock(layer)) {
      height++;
      found.add(new Found(path, layer, height));
    }
    return height;
  }

  private void addLevel(List<Found> found, int height) {
    Map<Block, List<Block>> alike = new LinkedHashMap<>();
    for (Found container : found) {
      if (container.height() == height) {
        Block block = block(container.layer(), container.path());
        alike.computeIfAbsent(block.skeleton(), skeleton -> new ArrayList<>()).add(block);
      }
    }
    alike.values().forEach(this::addClass);
  }

  private Block block(LayerSpec layer, String path) {
    if (Form.of(layer) == Form.SEQUENCE) {
      List<Member> body = members(layer.layers("layers"), path + ".");
      return new Block(Block.Kind.CHAIN, List.of(path), body, List.of(), 0);
    }
    if (layer.type() == LayerType.CONCAT) {
      List<Member> branches = members(layer.children(), path + ".");
      return new Block(Block.Kind.JOINED, List.of(path), branches, List.of(), layer.integer("dim"));
    }
    return new Block(
        layer.word("activation").isPresent() ? Block.Kind.RECTIFIED_SUM : Block.Kind.SUM,
        List.of(path),
        members(layer.layers("body"), path + "."),
        members(layer.layers("shortcut"), path + "."),
        0);
  }

  private void addClass(List<Block> alike) {
    String name = className(alike.getFirst());
    List<Value> values = alike.getFirst().values();
    List<List<String>> columns = columns(alike);
    Map<List<String>, String> parameters = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<String> column = columns.get(i);
      boolean isConstant = Set.copyOf(column).size() == 1;
      if (!isConstant && !parameters.containsKey(column)) {
        parameters.put(column, parameterName(values, columns, i, parameters));
      }
      texts.add(isConstant ? column.getFirst() : parameters.get(column));
    }
    Block shared = alike.stream().reduce(Block::joinedWith).orElseThrow().withTexts(texts);
    classes.add(new BlockClass(name, List.copyOf(parameters.values()), shared));
    for (int block = 0; block < alike.size(); block++) {
      List<Value> arguments = new ArrayList<>();
      for (Map.Entry<List<String>, String> parameter : parameters.entrySet()) {
        arguments.add(
            new Value(parameter.getValue(), Passing.POSITION, parameter.getKey().get(block)));
      }
      calls.put(alike.get(block).paths().getFirst(), new Call(name, arguments));
    }
  }

  /// For each argument, its values in all blocks.
  private static List<List<String>> columns(List<Block> alike) {
    List<List<Value>> rows = alike.stream().map(Block::values).toList();
    return IntStream.range(0, rows.getFirst().size())
        .mapToObj(i -> rows.stream().map(row -> row.get(i).text()).toList())
        .toList();
  }

  /// A parameter is called what its first argument is called; `channels`, where that layer has as
  /// many in as out.
  private static String parameterName(
      List<Value> values, List<List<String>> columns, int index, Map<List<String>, String> taken) {
    String name = values.get(index).argument();
    boolean isSquare =
        name.startsWith("in_")
            && index + 1 < columns.size()
            && values.get(index + 1).argument().startsWith("out_")
            && columns.get(index + 1).equals(columns.get(index));
    return numbered(isSquare ? name.substring("in_".length()) : name, taken.values());
  }

  private String className(Block block) {
    String name =
        switch (block.kind()) {
          case CHAIN -> "Block";
          case JOINED -> "ConcatBlock";
          case SUM, RECTIFIED_SUM ->
              block.shortcut().isEmpty() ? "ResidualBlock" : "ProjectionBlock";
        };
    return numbered(name, classes.stream().map(BlockClass::name).toList());
  }

  private static String numbered(String name, Collection<String> taken) {
    String numbered = name;
    for (int number = 2; taken.contains(numbered); number++) {
      numbered = name + number;
    }
    return numbered;
  }
}
