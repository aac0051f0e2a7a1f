package org.modescope.cli;

import java.util.Optional;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.WrongUseException;
import org.modescope.words.Phrase;
import picocli.CommandLine.Option;

/// `--json` and `--csv`.
final class ResultOptions {
  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.result.json")
  private Optional<String> json;

  @Option(names = "--csv", paramLabel = "OUT", descriptionKey = "help.result.csv")
  private Optional<String> csv;

  /// Where JSON goes, if it is asked for.
  ///
  /// @throws WrongUseException if it cannot be written there
  Optional<Destination> json() {
    return json.map(where -> Destination.ofFile("--json", where));
  }

  /// Where CSV goes, if it is asked for.
  ///
  /// @throws WrongUseException if it cannot be written there
  Optional<Destination> csv() {
    return csv.map(where -> Destination.ofFile("--csv", where));
  }

  /// Whether standard output takes a result, so that nothing else may be printed there.
  ///
  /// @throws WrongUseException if it is to take two
  boolean takeStandardOutput() {
    boolean takesJson = json.filter(Destination::isStandardOutput).isPresent();
    boolean takesCsv = csv.filter(Destination::isStandardOutput).isPresent();
    if (takesJson && takesCsv) {
      throw new WrongUseException(Phrase.of("cli.wrong.one-standard-output"));
    }
    return takesJson || takesCsv;
  }
}
