package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.cli.Shell.Outcome;

/// Tables as people have them are read, or refused with the cell that is to be mended: cases 04 and
/// 14 of those that [FieldCasesTest] and [FieldTrainingsTest] have.
class TablesFromTheFieldTest {
  @TempDir private Path folder;

  private final Shell shell = new Shell();

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "a;b\\n1,5;2,25\\n3,0;4,75!input 2 × 2!semicolons between cells, decimal commas",
        "a\\tb\\n1\\t2!input 1 × 2!tabs between cells, decimal points",
        "a,b\\n1,2\\n  \\n3,4!input 2 × 2!One row of nothing but blanks was passed over.",
        "a,b\\n1,2\\n3,4\\n,\\n,!input 2 × 2!2 rows of nothing but blanks were passed over.",
        "sepal_length,petal_width,species\\n5.0,0.2,setosa\\n6.3,2.5,virginica!input 2 × 2!"
            + "One column has no numbers and is left out: “species” (line 2 has “setosa”).",
      })
  void tableIsReadAndSaidHow(String table, String input, String said) throws IOException {
    Outcome check = shell.run("check", experiment(table, "{\"csv\": \"own.csv\"}", "").toString());

    assertThat(check.err()).isEmpty();
    assertThat(check.exitCode()).isZero();
    assertThat(words(check.out())).contains(input).contains(said);
    Outcome run = shell.run("run", folder.resolve("x.modescope.json").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(words(run.out())).contains(said);
  }

  @Test
  void quotedNamesBetweenSemicolonsAreFound() throws IOException {
    Path file =
        experiment(
            "\"fixed acidity\";\"quality\"\\n7.4;5\\n7.8;6",
            "{\"csv\": \"own.csv\", \"columns\": [\"fixed acidity\", \"quality\"]}",
            "");

    assertThat(shell.run("check", file.toString()).out()).contains("2 × 2");
  }

  @Test
  void cellThatIsNotANumberIsNamed() throws IOException {
    Outcome outcome =
        shell.run(
            "check", experiment("a,b\\n1,NaN\\n3,4", "{\"csv\": \"own.csv\"}", "").toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(words(outcome.err()))
        .contains("line 2, column 2 (“b”): found “NaN”; a number such as -1.5 or 2e-3");
  }

  @Test
  void missingLabelIsNamedAsOne() throws IOException {
    String training =
        ", \"training\": {\"optimizer\": {\"type\": \"SGD\"}, \"loss\": \"CrossEntropyLoss\","
            + " \"target\": {\"column\": \"cls\"}}";
    Outcome outcome =
        shell.run(
            "check",
            experiment("a,b,cls\\n1,2,cat\\n3,4,\\n5,6,dog", "{\"csv\": \"own.csv\"}", training)
                .toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(words(outcome.err()))
        .contains("line 3, column 3 (“cls”): found an empty cell; each row must have its label");
  }

  @Test
  void freshBatchesAreSaid() throws IOException {
    Path file =
        experiment(
            "a,b\\n1,2\\n3,4\\n5,6\\n7,9",
            "{\"csv\": \"own.csv\", \"rows\": [0, 2], \"fresh\": true}",
            ", \"passes\": 2");

    assertThat(words(shell.run("check", file.toString()).out()))
        .contains("Each pass gets a batch of its own, of 2 rows.");
    assertThat(words(shell.run("run", file.toString(), "--json", "-").out()))
        .contains("\"fresh-batches\"")
        .contains("\"identical\":false");
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").replace("\": ", "\":").replace("input ", "input ");
  }

  private Path experiment(String table, String input, String more) throws IOException {
    Files.writeString(folder.resolve("own.csv"), table.replace("\\n", "\n").replace("\\t", "\t"));
    return Files.writeString(
        folder.resolve("x.modescope.json"),
        """
        {"format": "modescope-experiment/1",
         "network": [{"type": "Linear", "in_features": 2, "out_features": 2}],
         "input": %s%s}
        """
            .formatted(input, more));
  }
}
