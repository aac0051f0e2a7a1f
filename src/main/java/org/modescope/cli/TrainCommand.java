package org.modescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.TensorFolder;
import org.modescope.cli.result.TrainingCsv;
import org.modescope.cli.result.TrainingJson;
import org.modescope.cli.result.TrainingResult;
import org.modescope.cli.result.WrongUseException;
import org.modescope.cli.text.ProgressBar;
import org.modescope.cli.text.TrainingRefusal;
import org.modescope.cli.text.TrainingReport;
import org.modescope.experiment.Experiment;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.StateDict;
import org.modescope.run.TrainingRun;
import org.modescope.words.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope train`.
@Command(name = "train", footer = "  modescope train digits.modescope.json --dump trained")
final class TrainCommand implements Callable<Integer> {
  private static final List<String> DUMPED = TensorFolder.names("state_before", "state_after");

  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final ResultOptions results = new ResultOptions();

  @Mixin private final ModeOption mode = new ModeOption();
  @Mixin private final SeedOption seed = new SeedOption();

  @Option(names = "--dump", paramLabel = "DIR", descriptionKey = "help.train.dump")
  private Optional<String> dump;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    boolean isReportWanted = !results.takeStandardOutput();
    Optional<Destination> json = results.json();
    Optional<Destination> csv = results.csv();
    Optional<Path> folder = dump.map(where -> Destination.ofFolder("--dump", where));
    OutputFiles files =
        new OutputFiles().add("--json", json).add("--csv", csv).addAll("--dump", folder, DUMPED);
    return argument.use(
        terminal,
        files,
        this::changed,
        experiment -> {
          TrainingResult result = train(experiment);
          if (result.course().refusal().isPresent()) {
            new TrainingRefusal(result.course()).print(terminal.err());
            return ExitCode.REFUSED;
          }
          Delivery delivery = new Delivery();
          json.ifPresent(place -> delivery.add(place, out -> TrainingJson.write(result, out)));
          csv.ifPresent(place -> delivery.add(place, out -> TrainingCsv.write(result, out)));
          if (folder.isPresent()) {
            deliver(delivery, folder.get(), result);
          } else {
            delivery.deliver(terminal.out());
          }
          if (isReportWanted) {
            new TrainingReport(result, terminal.columns()).print(terminal.out());
          }
          return ExitCode.DONE;
        });
  }

  private Experiment changed(Experiment experiment) {
    if (experiment.training().isEmpty()) {
      throw new WrongUseException(Phrase.of("cli.wrong.no-training", "file", argument.name()));
    }
    return seed.applied(mode.applied(experiment));
  }

  private TrainingResult train(Experiment experiment) {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (TrainingRun run = new TrainingRun(experiment);
        ProgressBar bar = terminal.progressBar()) {
      StateDict before = run.state();
      long started = System.nanoTime();
      TrainingCourse course =
          run.go(sofar -> bar.update(sofar.losses().count(), run.steps(), "steps"), stopped);
      long took = System.nanoTime() - started;
      return new TrainingResult(course, took, before, run.state());
    }
  }

  private void deliver(Delivery delivery, Path dump, TrainingResult result) throws IOException {
    try (TensorFolder tensors = new TensorFolder(dump)) {
      tensors.add("state_before", result.before());
      tensors.add("state_after", result.after());
      tensors.addTo(delivery);
      delivery.deliver(terminal.out());
    }
  }
}
