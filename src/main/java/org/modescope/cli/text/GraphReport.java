package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modescope.cli.result.GraphResult;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.words.Text;

/// A graph, for people to read: a line for each node, and one for each further tensor it keeps.
public record GraphReport(GraphResult result) {
  private static final Text TEXT = Text.english();

  public void print(PrintStream out) {
    AutogradGraph graph = result.graph();
    out.println(
        say(
            "title",
            "name",
            Title.of(result.experiment()),
            "shape",
            result.experiment().input().shape().toString(),
            "mode",
            result.experiment().mode().key(),
            "gradMode",
            result.experiment().gradMode().key()));
    out.println();
    if (!graph.isRecorded()) {
      out.println(result.why());
      return;
    }
    table(graph).print(out);
    out.println();
    out.println(
        say(
            "bytes",
            "nodes",
            graph.nodes().size(),
            "tensors",
            graph.savedCount(),
            "packed",
            graph.packedBytes(),
            "unique",
            graph.uniqueBytes(),
            "extra",
            graph.extraBytes()));
    out.println(say("next"));
  }

  private static TextTable table(AutogradGraph graph) {
    TextTable table =
        new TextTable(
            TextTable.Column.numbers(say("column.id")),
            TextTable.Column.words(say("column.node")),
            TextTable.Column.words(say("column.layer")),
            TextTable.Column.words(say("column.next")),
            TextTable.Column.words(say("column.keeps")),
            TextTable.Column.words(say("column.shape")),
            TextTable.Column.numbers(say("column.bytes")),
            TextTable.Column.words(say("column.kind")),
            TextTable.Column.words(say("column.owner")));
    graph.nodes().forEach(node -> add(node, table));
    return table;
  }

  private static void add(Node node, TextTable table) {
    String next = node.next().stream().map(String::valueOf).collect(Collectors.joining(" "));
    List<String> head =
        List.of(
            Integer.toString(node.id()),
            node.operation(),
            node.layer(),
            node.parameter().map(key -> say("parameter", "key", key)).orElse(next));
    if (node.saved().isEmpty()) {
      table.add(head.get(0), head.get(1), head.get(2), head.get(3), "", "", "", "", "");
    }
    for (Saved saved : node.saved()) {
      boolean isFirst = saved.equals(node.saved().getFirst());
      table.add(
          isFirst ? head.get(0) : "",
          isFirst ? head.get(1) : "",
          isFirst ? head.get(2) : "",
          isFirst ? head.get(3) : "",
          saved.name(),
          saved.shape() + (saved.type().equals("float32") ? "" : " " + saved.type()),
          TEXT.numbers().count(saved.bytes()),
          saved.kind().name().toLowerCase(Locale.ROOT),
          owner(saved));
    }
  }

  private static String owner(Saved saved) {
    return saved
        .owner()
        .orElseGet(
            () -> saved.also().isEmpty() ? "" : say("also", "layers", TEXT.list(saved.also())));
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.graph." + key, values);
  }
}
