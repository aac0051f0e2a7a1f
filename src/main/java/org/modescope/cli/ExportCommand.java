package org.modescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.files.pytorch.PyTorchExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope export`.
@Command(
    name = "export",
    description =
        "Writes an experiment as a program: experiment.py, which needs PyTorch only; where not all"
            + " is drawn from the seed, state.safetensors and input.safetensors beside it.",
    footer = {"", "Example:", "  modescope export preset:simplenet --to pytorch --out simplenet"})
final class ExportCommand implements Callable<Integer> {
  /// What a program can be written for.
  enum Framework {
    PYTORCH
  }

  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();

  @Option(
      names = "--to",
      paramLabel = "FRAMEWORK",
      required = true,
      description = "What the program is for: pytorch.",
      converter = WordReader.OfFramework.class,
      completionCandidates = WordReader.OfFramework.class)
  private Framework framework;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; made if it is not there.")
  private String out;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Destination.ofFolder("--out", out);
    return argument.use(
        terminal,
        new OutputFiles().addAll("--out", Optional.of(folder), PyTorchExport.FILES),
        UnaryOperator.identity(),
        experiment -> {
          switch (framework) {
            case PYTORCH -> PyTorchExport.write(experiment, folder);
          }
          terminal.out().println("wrote " + folder.resolve(PyTorchExport.SCRIPT));
          return ExitCode.DONE;
        });
  }
}
