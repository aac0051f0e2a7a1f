package org.modescope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.text.ProgressBar;
import org.modescope.cli.text.RefusalText;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope report`.
@Command(name = "report", footer = "  modescope report preset:simplenet --out report.html")
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "help.report.out")
  private String out;

  ReportCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() throws IOException {
    Destination page = Destination.ofFile("--out", out);
    return argument.use(
        terminal,
        new OutputFiles().add("--out", Optional.of(page)),
        overrides::applied,
        experiment -> report(experiment, page));
  }

  private int report(Experiment experiment, Destination page) throws IOException {
    Observation seen = pass(experiment);
    if (seen.refusal().isPresent()) {
      new RefusalText(experiment, seen.refusal().get()).print(terminal.err());
      return ExitCode.REFUSED;
    }
    byte[] bytes = outside.report(seen, argument.name()).getBytes(StandardCharsets.UTF_8);
    Delivery delivery = new Delivery();
    delivery.add(page, stream -> stream.write(bytes));
    delivery.deliver(terminal.out());
    if (page instanceof Destination.Place(Path file)) {
      terminal.out().println(Text.english().say("cli.report.wrote", "file", file.toString()));
    }
    return ExitCode.DONE;
  }

  private Observation pass(Experiment experiment) {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (DirectRun run = new DirectRun(experiment);
        ProgressBar bar = terminal.progressBar()) {
      return run.go(
          RunOptions.watched(experiment.passes()),
          RunRecorder.NONE,
          seen -> bar.update(seen.progress().done(), seen.progress().asked(), "passes"),
          stopped);
    }
  }
}
