package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraphReader;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.run.NetworkBuilder;

/// Graphs hang together as PyTorch's do: the same nodes, under their names, in the order of
/// `next_functions`, down to the parameters.
class GraphStructureGoldenTest {
  private static final Path FILE = Path.of("src/test/goldens/structure.json");

  private record Structure(GoldenCase net, JsonNode json) {
    @Override
    public String toString() {
      return net.toString();
    }
  }

  static Stream<Structure> cases() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(Files.readString(FILE)).get("cases");
    Map<String, GoldenCase> nets = new HashMap<>();
    List<Structure> structures = new ArrayList<>();
    for (JsonNode json : cases) {
      String name = json.get("name").asText();
      if (!nets.containsKey(name)) {
        GoldenCase.in(name.substring(0, name.indexOf('/')))
            .forEach(each -> nets.put(each.toString(), each));
      }
      structures.add(new Structure(nets.get(name), json));
    }
    return structures.stream().filter(each -> !each.net().isOutOfScope());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nodesHangTogetherAsInPyTorch(Structure golden) {
    assertThat(lines(graph(golden))).isEqualTo(lines(golden.json().get("nodes")));
  }

  /// Since 2.1 a linear map with a bias is one addmm whatever the number of axes; as PyTorch 2.7.1
  /// told it of one axis.
  @Test
  void linearMapOfOneRowIsAnAddmmBetweenViews() {
    try (Arena _ = Arena.open()) {
      Tensor weight = Tensor.parameter(Shape.of(2, 3), new float[6]);
      Tensor bias = Tensor.parameter(Shape.of(2), new float[2]);
      Tensor x = Tensor.parameter(Shape.of(3), new float[3]);

      Tensor y = x.linear(weight, bias);

      assertThat(y.graph().asTorch().vertices())
          .extracting(vertex -> vertex.operation() + vertex.next())
          .containsExactly(
              "ViewBackward0[1]",
              "AddmmBackward0[2, 3, 4]",
              "AccumulateGrad[]",
              "ViewBackward0[5]",
              "TBackward0[6]",
              "AccumulateGrad[]",
              "AccumulateGrad[]");
    }
  }

  private static AutogradGraph graph(Structure golden) {
    GoldenCase net = golden.net();
    JsonNode first = net.json().get("passes").get(0);
    Shape shape = GoldenCase.shape(golden.json().has("shape") ? golden.json() : net.input(first));
    try (Sequential built = NetworkBuilder.build(net.network(), net.mode(), 0);
        Arena _ = Arena.open()) {
      net.frozen().forEach(key -> built.parameters().get(key).requireGrad(false));
      Tensor input =
          Tensor.input(shape, new float[(int) shape.elements()])
              .requireGrad(net.inputRequiresGrad());
      Tensor output =
          GradMode.GRAD.call(() -> built.apply(input, Passes.of(0, 1, Draws.seeded(0))));
      return AutogradGraphReader.read(output, built, input);
    }
  }

  private static List<String> lines(AutogradGraph graph) {
    return graph.nodes().stream()
        .map(
            node ->
                line(
                    node.operation(),
                    node.next(),
                    node.operation().equals("AccumulateGrad")
                        ? node.parameter().orElse("input")
                        : ""))
        .toList();
  }

  private static List<String> lines(JsonNode nodes) {
    List<String> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<Integer> next = new ArrayList<>();
      node.get(1).forEach(each -> next.add(each.asInt()));
      lines.add(line(node.get(0).asText(), next, node.get(2).isNull() ? "" : node.get(2).asText()));
    }
    return lines;
  }

  private static String line(String operation, List<Integer> next, String parameter) {
    return operation + next + parameter;
  }
}
