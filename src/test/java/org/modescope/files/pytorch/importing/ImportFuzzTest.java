package org.modescope.files.pytorch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.words.Text;

/// Whatever a source is, it is read or refused with a line, soon.
class ImportFuzzTest {
  /// A quiet machine takes less than one second; a busy one may be slow, but never this slow.
  private static final Duration SOON = Duration.ofSeconds(20);

  /// The time that a processor may take for a listing with a few faults: however busy the machine
  /// is, this is the same.
  private static final Duration SHORT = Duration.ofSeconds(5);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ":",
          ",",
          ".",
          "=",
          "\n",
          "\n    ",
          "\n\t",
          "\"",
          "'''",
          "#",
          "\\",
          "*",
          "**",
          "0",
          "9".repeat(30),
          "1e999",
          "for ",
          " in ",
          "if ",
          "else ",
          "lambda ",
          "self.",
          "self",
          "class A(nn.Module):",
          "def f(x):",
          "return ",
          "x",
          "range(10**9)",
          "x = [x, x]\n",
          "nn.Linear(",
          "nn.Sequential(*",
          "\u0000",
          "\uD83D",
          "\u202E",
          "@",
          "with ",
          "while True:",
          "try:",
          "import ",
          "super().__init__()",
          "net(",
          "nn.LSTM(1)",
          "None",
          "-");

  @Provide
  Arbitrary<String> broken() {
    Arbitrary<String> listings = Arbitraries.of(Listings.READ).map(Listings::text);
    Arbitrary<List<Integer>> places =
        Arbitraries.integers().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(6);
    Arbitrary<List<String>> pieces = Arbitraries.of(PIECES).list().ofSize(6);
    Arbitrary<List<Integer>> lengths = Arbitraries.integers().between(0, 40).list().ofSize(6);
    return Combinators.combine(listings, places, pieces, lengths).as(ImportFuzzTest::broken);
  }

  /// A listing in which something is replaced at some places.
  private static String broken(
      String listing, List<Integer> places, List<String> pieces, List<Integer> lengths) {
    StringBuilder broken = new StringBuilder(listing);
    for (int i = 0; i < places.size(); i++) {
      int from = places.get(i) % (broken.length() + 1);
      int to = Math.min(broken.length(), from + lengths.get(i));
      broken.replace(from, to, pieces.get(i));
    }
    return broken.toString();
  }

  @Property(tries = 5000)
  void brokenListingIsReadOrRefusedWithItsLine(@ForAll("broken") String source) {
    assertIsAnsweredShortly(source);
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    assertIsAnsweredShortly(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(PIECES).list().ofMaxSize(120).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 1000)
  void anyWordsAreReadOrRefused(@ForAll("words") String source) {
    assertIsAnsweredShortly(source);
  }

  static List<String> bombs() {
    return List.of(
        "(".repeat(500_000),
        "[".repeat(5000) + "]".repeat(5000),
        "x = " + "-".repeat(300_000) + "1",
        "x = " + "1+".repeat(200_000) + "1",
        "x = " + "a.b".repeat(100_000),
        "if x:\n".repeat(1) + nestedBlocks(2000),
        "if 1: pass\n" + "elif 1: pass\n".repeat(20_000),
        "x = [1]\n" + "x = x + x\n".repeat(5000) + "net = nn.Sequential(*x)",
        "x = [1]\n" + "x = [x, x]\n".repeat(60) + "y = x == x\nz = {x: x}\n",
        "x = []\nx.append(x)\ny = x == x\nz = {1: x}\n",
        "for a in range(10000):\n for b in range(10000):\n  for c in range(10000):\n   x = 1\n",
        "def f():\n  f()\nf()\n",
        "class A(nn.Module):\n  def __init__(self):\n    self.a = A()\nnet = A()\n",
        "class A(nn.Module):\n  def forward(self, x):\n    return self(x)\nA()(torch.ones(1))\n",
        "class A(A): pass\nclass A(A, nn.Module): pass\nnet = A()\n",
        "net = nn.Sequential(nn.ReLU())\n"
            + "net = nn.Sequential(net, net)\n".repeat(60)
            + "net(torch.ones(1))\n",
        "net = nn.Sequential(*[nn.Linear(1000, 1000) for _ in range(100000)])\n",
        "net = nn.Sequential(nn.Linear(2000000000, 2000000000))\nnet(torch.ones(1, 2))\n",
        "net = nn.Sequential(nn.ReLU())\nx = torch.randn(100000, 100000, 100000)\nnet(x)\n",
        "net = nn.Sequential(nn.ReLU())\nnet.append(net)\nnet.eval()\nnet(torch.ones(1))\n",
        "x = 'a'\n" + "x = x + x\n".repeat(5000),
        "x = 2 ** 10 ** 10 ** 10\n",
        "\"" + "\\".repeat(400_000),
        "x".repeat(1 << 20),
        "A(\n" + " (a): B(\n".repeat(5000),
        "A(\n (0-999999999999): 5 x B()\n)",
        "#".repeat(1 << 20) + "#");
  }

  private static String nestedBlocks(int depth) {
    StringBuilder blocks = new StringBuilder();
    for (int i = 1; i < depth; i++) {
      blocks.append(" ".repeat(i)).append("if x:\n");
    }
    return blocks.append(" ".repeat(depth)).append("pass\n").toString();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void sourceMadeToTakeForeverIsAnsweredSoon(String source) {
    assertIsAnswered(source);
  }

  @Test
  void listingsAreReadInTheBlinkOfAnEye() {
    assertTimeoutPreemptively(SOON, () -> Listings.READ.forEach(Listings::read));
  }

  /// On the same thread: one of its own for each of thousands takes longer than to read them.
  private static void assertIsAnsweredShortly(String source) {
    long begun = THREADS.getCurrentThreadCpuTime();
    Imported imported = PyTorchImport.read(source, Optional.empty());
    long taken = THREADS.getCurrentThreadCpuTime() - begun;

    assertThat(Duration.ofNanos(taken)).isLessThan(SHORT);
    assertIsAnswer(imported);
  }

  private static void assertIsAnswered(String source) {
    assertIsAnswer(
        assertTimeoutPreemptively(SOON, () -> PyTorchImport.read(source, Optional.empty())));
  }

  private static void assertIsAnswer(Imported imported) {
    assertThat(imported.isWhole() || !imported.problems().isEmpty()).isTrue();
    assertThat(imported.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.lines().first()).isPositive();
              assertThat(problem.problem().in(Text.english())).isNotBlank();
            });
  }
}
