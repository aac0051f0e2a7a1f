package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.files.pytorch.PythonSyntax.Kind;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.preset.Presets;

class PythonSyntaxTest {

  @Test
  void aLineIsCutIntoItsPieces() {
    assertThat(PythonSyntax.tokens("for x2 in f(\"a # \\\" b\", p=1e-5):  # why\n"))
        .containsExactly(
            new Token(Kind.KEYWORD, "for"),
            new Token(Kind.PLAIN, " x2 "),
            new Token(Kind.KEYWORD, "in"),
            new Token(Kind.PLAIN, " f("),
            new Token(Kind.STRING, "\"a # \\\" b\""),
            new Token(Kind.PLAIN, ", p="),
            new Token(Kind.NUMBER, "1e-5"),
            new Token(Kind.PLAIN, "):  "),
            new Token(Kind.COMMENT, "# why"),
            new Token(Kind.PLAIN, "\n"));
  }

  @Test
  void numbersInNamesAreNames() {
    assertThat(pieces(Kind.NUMBER))
        .containsExactly("10", "20", "20", "0.5", "20", "1", "42", "32", "10", "10", "0");
  }

  @Test
  void docStringsAreStrings() {
    assertThat(PythonSyntax.tokens("\"\"\"Say \"so\".\"\"\""))
        .extracting(Token::kind)
        .containsExactly(Kind.STRING);
  }

  private static List<String> pieces(Kind kind) {
    return PythonSyntax.tokens(PyTorchScript.slide(Presets.simpleNet()).text()).stream()
        .filter(token -> token.kind() == kind)
        .map(Token::text)
        .toList();
  }
}
