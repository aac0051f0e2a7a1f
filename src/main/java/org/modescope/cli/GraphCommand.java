package org.modescope.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.GraphJson;
import org.modescope.cli.result.GraphResult;
import org.modescope.cli.result.GraphSvg;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.WrongUseException;
import org.modescope.cli.text.GraphReport;
import org.modescope.experiment.Experiment;
import org.modescope.files.graph.DotFile;
import org.modescope.run.GraphRecording;
import org.modescope.words.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope graph`.
@Command(name = "graph", footer = "  modescope graph preset:simplenet --dot graph.dot")
final class GraphCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();

  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.graph.json")
  private Optional<String> json;

  @Option(names = "--svg", paramLabel = "OUT", descriptionKey = "help.graph.svg")
  private Optional<String> svg;

  @Option(names = "--dot", paramLabel = "OUT", descriptionKey = "help.graph.dot")
  private Optional<String> dot;

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Where results go, each checked before anything is computed.
  private record Places(
      Optional<Destination> json, Optional<Destination> svg, Optional<Destination> dot) {
    OutputFiles files() throws IOException {
      return new OutputFiles().add("--json", json).add("--svg", svg).add("--dot", dot);
    }

    long toStandardOutput() {
      return Stream.of(json, svg, dot)
          .flatMap(Optional::stream)
          .filter(Destination.StandardOutput.class::isInstance)
          .count();
    }
  }

  @Override
  public Integer call() throws IOException {
    Places places = new Places(place("--json", json), place("--svg", svg), place("--dot", dot));
    if (places.toStandardOutput() > 1) {
      throw new WrongUseException(Phrase.of("cli.wrong.one-of-three"));
    }
    return argument.use(
        terminal, places.files(), overrides::applied, experiment -> look(experiment, places));
  }

  private static Optional<Destination> place(String option, Optional<String> where) {
    return where.map(given -> Destination.ofFile(option, given));
  }

  private int look(Experiment experiment, Places places) throws IOException {
    GraphResult result = new GraphResult(experiment, GraphRecording.graph(experiment));
    Delivery delivery = new Delivery();
    places.json().ifPresent(to -> delivery.add(to, out -> GraphJson.write(result, out)));
    places.svg().ifPresent(to -> delivery.add(to, out -> GraphSvg.of(result).writeTo(out)));
    places
        .dot()
        .ifPresent(to -> delivery.add(to, new DotFile(result.graph(), result.why())::writeTo));
    delivery.deliver(terminal.out());
    if (places.toStandardOutput() == 0) {
      new GraphReport(result).print(terminal.out());
    }
    return ExitCode.DONE;
  }
}
