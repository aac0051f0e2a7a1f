package org.modescope.files.pytorch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.experiment.LayerSpec;
import org.modescope.files.pytorch.importing.Remark.NotUnderstood;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.words.Text;

/// What cannot be read is told with its line, and the rest is offered.
class ImportProblemsTest {
  private static final Text TEXT = Text.english();

  @Test
  void unknownLayerIsNamedWhereItIsMadeAndLeftOutWhereItIsCalled() {
    Imported imported =
        read(
            """
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.fc1 = nn.Linear(10, 20)
                    self.rnn = nn.LSTM(20, 20)
                    self.fc2 = nn.Linear(20, 1)

                def forward(self, x):
                    x = self.fc1(x)
                    x, _ = self.rnn(x)
                    return self.fc2(x)
            """);

    assertThat(imported.isWhole()).isFalse();
    assertThat(told(imported)).containsExactly("5: nn.LSTM is not one of the layers here.");
    assertThat(imported.remarks()).contains(new Remark.GoesWith(Lines.of(10), 5));
    assertThat(imported.experiment().orElseThrow().network())
        .extracting(LayerSpec::name)
        .containsExactly("fc1", "fc2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x = torch.cat([self.a(x), self.b(x)], n) | torch.cat puts tensors together
          x = torch.fft.fft(x)                     | torch.fft.fft is not understood in forward
          x = x * 2                                | a tensor with “*” is not understood
          x = self.a(self.a(x))                    | a is called twice
          x = self.c(x)                            | self.c is not understood in forward
          x = x.view(n, 4)                         | the sizes of x.view are not known
          x = nn.Linear(4, 4)(x)                   | makes new weights on every pass
          x = x.mystery()                          | x.mystery is not understood in forward
          x = F.conv_tbc(x)                        | F.conv_tbc is not understood in forward
          """)
  void lineOfForwardThatIsNotUnderstoodIsTold(String line, String expected) {
    Imported imported = read(forward(line));

    assertThat(told(imported)).singleElement().asString().startsWith("9: ").contains(expected);
    assertThat(imported.experiment()).isPresent();
  }

  @Test
  void branchOfForwardIsNotUnderstood() {
    Imported imported = read(forward("if flag: x = self.a(x)"));

    assertThat(told(imported)).singleElement().asString().startsWith("9: forward must be");
  }

  @Test
  void forwardThatReturnsNothingIsNotUnderstood() {
    Imported imported = read(forward("x = self.a(x)").replace("return self.d(x)", "pass"));

    assertThat(told(imported)).singleElement().asString().contains("what forward returns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          net = nn.Sequential(nn.Linear(1O, 20))       | 1 | in_features is not known
          net = nn.Sequential(nn.Linear(10))           | 1 | needs out_features
          net = nn.Sequential(nn.Linear(4, -2))        | 1 | out_features must be
          net = nn.Sequential(nn.Dropout(1.5))         | 1 | p must be a number from 0 to 1
          net = nn.Sequential(nn.Linear(4, 2, bais=0)) | 1 | there is no bais here
          net = nn.Sequential(nn.BatchNorm2D(4))       | 1 | did you mean nn.BatchNorm2d?
          net = nn.Sequential(nn.Linear(4, 2)          | 1 | this bracket is never closed
          net = models.resnet50()                      | 1 | resnet50 is not one of the nets here
          print("hello                                 | 1 | this text is never closed
          x = 1                                        | 1 | there is no net in it
          """)
  void lineThatMakesANetIsTold(String line, int number, String expected) {
    Imported imported = read(line);

    assertThat(told(imported))
        .singleElement()
        .asString()
        .startsWith(number + ": ")
        .contains(expected);
  }

  @Test
  void partOfWhatIsLeftOutGoesWithIt() {
    Imported imported =
        read(
            """
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.lstm = nn.LSTM(3, 8, batch_first=True)
                    self.fc = nn.Linear(8, 1)

                def forward(self, x):
                    out, _ = self.lstm(x)
                    return self.fc(out[:, -1, :])
            """);

    assertThat(told(imported)).containsExactly("4: nn.LSTM is not one of the layers here.");
    assertThat(imported.remarks())
        .contains(new Remark.GoesWith(Lines.of(8), 4), new Remark.GoesWith(Lines.of(9), 4));
  }

  @Test
  void nameThatNoLayerCanHaveIsTold() {
    Imported imported =
        read("net = nn.Sequential(OrderedDict([('a.b', nn.ReLU())]))\nnet(torch.ones(1))\n");

    assertThat(told(imported)).singleElement().asString().contains("without a dot");
  }

  @Test
  void openBracketInAClassLeavesTheRestReadable() {
    Imported imported =
        read(
            """
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.a = nn.Linear(4, 4)
                    self.b = nn.Linear((4, 4)

                def forward(self, x):
                    return self.a(x)
            """);

    assertThat(told(imported)).containsExactly("5: this bracket is never closed");
    assertThat(imported.experiment().orElseThrow().network())
        .extracting(LayerSpec::name)
        .containsExactly("a");
  }

  @Test
  void sentencesBetweenListingsArePassedOver() {
    Imported imported =
        read(
            """
            First we build a small network:
            net = nn.Sequential(nn.Linear(4, 2))
            Now it can be called.
            y = net(torch.zeros(3, 4))
            """);

    assertThat(imported.isWhole()).isTrue();
  }

  private static String forward(String line) {
    return """
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = nn.Linear(4, 4)
            self.b = nn.Linear(4, 4)
            self.d = nn.Linear(4, 4)

        def forward(self, x):
            %s
            return self.d(x)
    """
        .formatted(line);
  }

  private static Imported read(String source) {
    return PyTorchImport.read(source, Optional.empty());
  }

  private static List<String> told(Imported imported) {
    return imported.problems().stream().map(ImportProblemsTest::told).toList();
  }

  private static String told(NotUnderstood problem) {
    return problem.lines().first() + ": " + problem.problem().in(TEXT).strip();
  }
}
