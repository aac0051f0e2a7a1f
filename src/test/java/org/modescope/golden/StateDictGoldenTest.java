package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.StateLayout;

/// What does not fit a net's state, as PyTorch's `load_state_dict` says it: `state.py` asked it.
class StateDictGoldenTest {
  private static final int ALL = 1000;

  static Stream<GoldenCase> cases() {
    return GoldenCase.inFile(Path.of("src/test/goldens/state.json"), "state");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void keysAndErrorsAreThoseOfPyTorch(GoldenCase golden) {
    JsonNode json = golden.json();

    IncompatibleKeys keys = IncompatibleKeys.of(layout(json.get("net")), shapes(json.get("file")));

    assertThat(keys.missing()).isEqualTo(texts(json.get("missing")));
    assertThat(keys.unexpected()).isEqualTo(texts(json.get("unexpected")));
    assertThat(keys.isWhole()).isEqualTo(json.get("error").isNull());
    if (!keys.isWhole()) {
      // PyTorch leaves a blank at the end of two of its lines.
      assertThat(String.join("\n\t", keys.toTorch(ALL)))
          .isEqualTo(json.get("error").textValue().replaceAll(" (?=\n|$)", ""));
    }
  }

  private static StateLayout layout(JsonNode net) {
    SequencedMap<String, StateLayout.Entry> entries = new LinkedHashMap<>();
    shapes(net)
        .forEach(
            (key, shape) ->
                entries.put(
                    key,
                    key.endsWith("num_batches_tracked")
                        ? new StateLayout.Counter()
                        : new StateLayout.Floats(shape)));
    return new StateLayout(entries);
  }

  private static Map<String, Shape> shapes(JsonNode json) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    json.properties()
        .forEach(
            each ->
                shapes.put(
                    each.getKey(),
                    Shape.of(new ObjectMapper().convertValue(each.getValue(), int[].class))));
    return shapes;
  }

  private static List<String> texts(JsonNode json) {
    return Stream.of(new ObjectMapper().convertValue(json, String[].class)).toList();
  }
}
