package org.modescope.files.pytorch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.words.Text;

/// Listings written in the many ways that the field has: each is read as the net that it is, by the
/// names of its layers, or refused with the line that stands in the way. None is read as less than
/// it is.
@Timeout(60)
class FieldListingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          add-module.py | 0 | features[fc0 relu0 fc1 relu1 fc2 relu2] out
          alexnet.py | 0 | features[0 1 2 3 4 5] avgpool flatten classifier[0 1 2 3]
          argparse-main.py | 0 | conv1 pool1 relu1 conv2 conv2_drop pool2 relu2 view fc1 relu3 dropout fc2 logsoftmax
          attention.py | 16 | self.qkv.split is not understood in forward.
          autoencoder.py | 0 | encoder_hidden relu1 encoder_out relu2 decoder_hidden relu3 decoder_out sigmoid
          dataclass-config.py | 0 | net[0 1 2 3]
          dcgan.py | 0 | main[0 1 2 3]
          decorated.py | 24 | self.fc_out.squeeze is not understood in forward.
          dense-block.py | 30 | x.mean is not understood in forward.
          enumerate-loop.py | 0 | layers[0 act drop 1 act_2 drop_2 2]
          every-second.py | 0 | layers[0 2 4]
          foreign-in-chain.py | 3 | Swish is not a layer that is known from the text.
          foreign-in-list.py | 4 | Swish is not a layer that is known from the text.
          foreign-in-module-list.py | 6 | Block is not a layer that is known from the text.
          getattr-act.py | 0 | l1 n1 act l2
          inception.py | 0 | stem[conv bn relu] a[branch1[conv bn relu] branch2[0[conv bn relu] 1[conv bn relu]] branch3[0 1[conv bn relu]]] b[branch1[conv bn relu] branch2[0[conv bn relu] 1[conv bn relu]] branch3[0 1[conv bn relu]]] pool flatten dropout fc
          lambda-chain.py | 7 | self.fn is not understood in forward.
          lightning-plain.py | 0 | flatten encoder[0 1 2]
          lightning.py | 0 | flatten l1 relu1 l2 relu2
          lstm.py | 7 | nn.LSTM is not one of the layers here.
          mlp-blocks.py | 0 | body[0[0 1 2 3] 1[0 1 2 3]] head
          mobilenet.py | 59 | x.mean is not understood in forward.
          module-dict.py | 0 | parts[proj norm out]
          module-list.py | 0 | inp relu1 hidden[0] norms[0] relu2 hidden_2[1] norms_2[1] relu3 hidden_3[2] norms_3[2] relu4 hidden_4[3] norms_4[3] relu5 out
          nested-class.py | 0 | first[fc bn tanh] second[fc bn tanh] last
          ordered-dict.py | 0 | conv1 relu1 pool1 flat fc logp
          register-buffer.py | 13 | a tensor with “-” is not understood here.
          resnet-bottleneck.py | 0 | conv1 bn1 relu layer1[0[conv1 bn1 relu conv2 bn2 relu_2 conv3 bn3 downsample[0 1]] 1[conv1 bn1 relu conv2 bn2 relu_2 conv3 bn3]] layer2[0[conv1 bn1 relu conv2 bn2 relu_2 conv3 bn3 downsample[0 1]] 1[conv1 bn1 relu conv2 bn2 relu_2 conv3 bn3]] avgpool flatten fc
          self-training.py | 0 | fc1 relu dropout fc2 logsoftmax
          sequential-append.py | 0 | 0 1 2 3 4 5 6 7 8
          setattr-loop.py | 0 | fc0 relu1 fc1 relu2 fc2 relu3 last
          squeeze-excite.py | 18 | the sizes of self.avg_pool.view are not known from the text.
          text-cnn.py | 16 | F.relu.max is not understood in forward.
          tied-weights.py | 9 | weight is taken from another layer
          training-branch-output.py | 14 | forward must be a straight line; whether this runs is not known from the text.
          unet.py | 0 | inc[double_conv[0 1 2 3 4 5]] cat[branch1 branch2[pool down[double_conv[0 1 2 3 4 5]] up]] conv[double_conv[0 1 2 3 4 5]] outc
          unicode.py | 0 | schicht1 norm relu schicht2
          vae.py | 20 | a tensor with “*” is not understood here.
          """)
  void isReadWholeOrRefusedWithItsLine(String name, int line, String expected) {
    check(PyTorchImport.read(Listings.text("field/" + name), Optional.empty()), line, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mlp-blocks.py    | 0  | body[0[0 1 2 3] 1[0 1 2 3]] head
          setattr-loop.py  | 0  | fc0 relu1 fc1 relu2 fc2 relu3 last
          self-training.py | 0  | fc1 relu dropout fc2 logsoftmax
          lstm.py          | 7  | nn.LSTM is not one of the layers here.
          decorated.py     | 24 | self.fc_out.squeeze is not understood in forward.
          """)
  void tabsAndLineEndsOfWindowsChangeNothing(String name, int line, String expected) {
    String code = Listings.text("field/" + name).replace("    ", "\t").replace("\n", "\r\n");

    check(PyTorchImport.read(code, Optional.empty()), line, expected);
  }

  private static void check(Imported imported, int line, String expected) {
    if (line == 0) {
      assertThat(imported.problems()).isEmpty();
      assertThat(names(imported.experiment().orElseThrow().network())).isEqualTo(expected);
      assertThat(ShapeCheck.of(imported.experiment().orElseThrow()).misfit()).isEmpty();
    } else {
      assertThat(imported.problems())
          .filteredOn(problem -> problem.lines().first() == line)
          .singleElement()
          .satisfies(problem -> assertThat(problem.sentence(Text.english())).contains(expected));
    }
  }

  private static String names(List<LayerSpec> layers) {
    return layers.stream()
        .map(
            layer ->
                layer.children().isEmpty()
                    ? layer.name()
                    : layer.name() + "[" + names(layer.children()) + "]")
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          max_norm=1.0             | max_norm is 1.0, and only None is possible here.
          None, 2.0                | max_norm is 2.0, and only None is possible here.
          sparse=True              | sparse is True, and only False is possible here.
          scale_grad_by_freq=True  | scale_grad_by_freq is True, and only False is possible here.
          max_norm=limit           | max_norm is not known from the text.
          """)
  void argumentOfAnEmbeddingThatIsNotModelledIsRefusedWithWhatIsPossible(
      String argument, String expected) {
    Imported imported =
        PyTorchImport.read(
            "import torch.nn as nn\nnet = nn.Sequential(nn.Embedding(10, 3, %s))"
                .formatted(argument),
            Optional.empty());

    assertThat(imported.problems())
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.lines().first()).isEqualTo(2);
              assertThat(problem.sentence(Text.english())).isEqualTo("Embedding: " + expected);
              assertThat(problem.understood().in(Text.english()))
                  .isEqualTo(
                      "Understood is Embedding(num_embeddings, embedding_dim, padding_idx).");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"max_norm=None", "norm_type=1.0", "sparse=False, scale_grad_by_freq=False"})
  void argumentOfAnEmbeddingThatChangesNothingIsTaken(String argument) {
    Imported imported =
        PyTorchImport.read(
            "import torch.nn as nn\nnet = nn.Sequential(nn.Embedding(10, 3, %s))"
                .formatted(argument),
            Optional.empty());

    assertThat(imported.problems()).isEmpty();
  }
}
