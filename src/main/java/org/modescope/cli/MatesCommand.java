package org.modescope.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.MatesJson;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.WrongUseException;
import org.modescope.cli.text.MatesReport;
import org.modescope.cli.text.ProgressBar;
import org.modescope.cli.text.RefusalText;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Change;
import org.modescope.run.MatesRun;
import org.modescope.words.Phrase;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `modescope mates`.
@Command(name = "mates", footer = "  modescope mates preset:simplenet --row 12 --outlier 10")
final class MatesCommand implements Callable<Integer> {
  /// The mate that an outlier is made of; the last one where there are fewer.
  private static final int OUTLIER = 7;

  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();

  @Option(
      names = "--row",
      paramLabel = "R",
      required = true,
      descriptionKey = "help.mates.row",
      converter = CountReader.Row.class)
  private int row;

  @Option(
      names = "--companies",
      paramLabel = "K",
      defaultValue = "30",
      descriptionKey = "help.mates.companies",
      converter = CountReader.Companies.class)
  private int companies;

  @Option(
      names = "--outlier",
      paramLabel = "S",
      descriptionKey = "help.mates.outlier",
      converter = FactorReader.class)
  private Optional<Double> outlier;

  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.result.json")
  private Optional<String> json;

  MatesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Destination> place = json.map(where -> Destination.ofFile("--json", where));
    boolean isReportWanted = json.filter(Destination::isStandardOutput).isEmpty();
    return argument.use(
        terminal,
        new OutputFiles().add("--json", place),
        overrides::applied,
        experiment -> {
          Mates seen = measure(experiment, asked(experiment));
          Delivery delivery = new Delivery();
          place.ifPresent(where -> delivery.add(where, out -> MatesJson.write(seen, out)));
          delivery.deliver(terminal.out());
          if (isReportWanted) {
            new MatesReport(seen).print(terminal.out());
          }
          seen.refusal()
              .ifPresent(refusal -> new RefusalText(experiment, refusal).print(terminal.err()));
          return seen.refusal().isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
        });
  }

  private Asked asked(Experiment experiment) {
    int rows = experiment.input().shape().size(0);
    if (row >= rows) {
      throw new WrongUseException(Phrase.of("cli.wrong.no-row", "row", row, "last", rows - 1));
    }
    return new Asked(
        OptionalInt.of(row),
        rows,
        companies,
        0,
        Start.AS_BUILT,
        outlier.map(factor -> new Change(OUTLIER, factor, Map.of())));
  }

  private Mates measure(Experiment experiment, Asked asked) {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (ProgressBar bar = terminal.progressBar()) {
      return MatesRun.measure(
          experiment,
          asked,
          seen -> bar.update(seen.sizes().size(), seen.sizesAsked(), "sizes"),
          stopped);
    }
  }

  /// Reads what an outlier is multiplied by.
  static final class FactorReader implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double factor = Double.parseDouble(text);
        if (Double.isFinite(factor)) {
          return factor;
        }
      } catch (NumberFormatException notANumber) {
        throw refused(text);
      }
      throw refused(text);
    }

    private static TypeConversionException refused(String text) {
      return new TypeConversionException(Text.english().say("cli.wrong.factor", "found", text));
    }
  }
}
