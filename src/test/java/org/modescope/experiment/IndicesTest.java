package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.preset.Presets;

class IndicesTest {
  private static final Shape SHAPE = Shape.of(2, 2);
  private static final InputSpec WHOLE = new InputSpec.Values(SHAPE, new float[] {0, 3, 2, 1});
  private static final LayerSpec TABLE =
      LayerSpec.of(LayerType.EMBEDDING, "embed", Map.of("num_embeddings", 4, "embedding_dim", 3));
  private static final LayerSpec LINEAR =
      LayerSpec.of(LayerType.LINEAR, "fc", Map.of("in_features", 2, "out_features", 2));

  @Test
  void wholeNumbersOfANetThatLooksThemUpAreIntegers() {
    assertThat(type(WHOLE, TABLE)).isEqualTo(NumberType.LONG);
    assertThat(type(new InputSpec.Drawn(SHAPE, Distribution.ZEROS), TABLE))
        .isEqualTo(NumberType.LONG);
  }

  @Test
  void wholeNumbersOfANetThatComputesWithThemAreFloats() {
    assertThat(type(WHOLE, LINEAR)).isEqualTo(NumberType.FLOAT);
    assertThat(type(WHOLE, LINEAR, TABLE)).isEqualTo(NumberType.FLOAT);
  }

  @Test
  void fractionsAreRefusedInPyTorchsWords() {
    InputSpec fractions = new InputSpec.Values(SHAPE, new float[] {0, 3, 2.5f, 1});

    assertThat(type(fractions, TABLE)).isEqualTo(NumberType.FLOAT);
    assertThat(TypeMisfit.of(experiment(fractions, TABLE), fractions))
        .hasValueSatisfying(
            misfit -> {
              assertThat(misfit.text())
                  .isEqualTo(
                      "Expected tensor for argument #1 'indices' to have one of the following"
                          + " scalar types: Long, Int; but got torch.FloatTensor instead (while"
                          + " checking arguments for embedding)");
              assertThat(misfit.takesIndices()).isTrue();
            });
  }

  @Test
  void drawnNumbersAreNoIndices() {
    assertThat(type(new InputSpec.Drawn(SHAPE, Distribution.NORMAL), TABLE))
        .isEqualTo(NumberType.FLOAT);
  }

  @Test
  void tensorOfAFileKeepsItsType() {
    InputSpec floats = new InputSpec.FromSafetensors("x", "x", SHAPE, new float[4]);

    assertThat(type(floats, TABLE)).isEqualTo(NumberType.FLOAT);
    assertThat(TypeMisfit.of(experiment(floats, TABLE), floats)).isPresent();
  }

  @Test
  void laterRowsOfATableCountToo() {
    SequencedMap<String, Table.Column> columns = new LinkedHashMap<>();
    columns.put("word", new Table.Numbers(new double[] {1, 2, 2.5}));
    Table table = new Table(3, columns);
    InputSpec first = new InputSpec.FromCsv("t.csv", table, List.of("word"), new Rows(0, 2), false);

    assertThat(type(first, TABLE)).isEqualTo(NumberType.FLOAT);
  }

  private static NumberType type(InputSpec input, LayerSpec... layers) {
    return Indices.type(experiment(input, layers), input);
  }

  private static Experiment experiment(InputSpec input, LayerSpec... layers) {
    return Presets.simpleNet().withNetwork(new ArrayList<>(List.of(layers))).withInput(input);
  }
}
