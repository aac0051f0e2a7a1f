package org.modescope.files.pytorch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Indices;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.NumberType;
import org.modescope.experiment.OverwrittenInput;
import org.modescope.files.pytorch.Blocks.BlockClass;

/// Writes a script from top to bottom.
final class ScriptWriter {
  /// Names that scripts use besides those of their blocks.
  private static final Set<String> USED =
      Set.of(
          "F",
          "Path",
          "OrderedDict",
          LayerCall.VIEW,
          LayerCall.PERMUTE,
          LayerCall.FUNCTIONAL_DROPOUT);

  /// What a slide shows of a comment without cutting it off.
  static final int SLIDE_COLUMNS = 40;

  private static final int SCRIPT_COLUMNS = 78;

  private final Listing listing = new Listing();
  private final ModuleWriter modules = new ModuleWriter(listing);
  private final Experiment experiment;
  private final List<LayerSpec> network;
  private final Blocks blocks;
  private final Set<Needs> needs;
  private final boolean isSequence;

  ScriptWriter(Experiment experiment) {
    this.experiment = experiment;
    this.network = experiment.network();
    this.blocks = Blocks.of(network);
    this.needs = Needs.of(network);
    this.isSequence = Blocks.isIndexed(network);
  }

  PyTorchScript slide() {
    if (needs.contains(Needs.ORDERED_DICT)) {
      listing.line(0, "from collections import OrderedDict");
      listing.blank();
    }
    torchImports();
    title(SLIDE_COLUMNS);
    classes();
    seed();
    net();
    input();
    listing.blank();
    passes(FreshLines.ofPass(experiment.input()));
    return listing.script();
  }

  /// @param carried whether the state and the input lie in files beside the script
  PyTorchScript full(boolean carried) {
    listing.line(0, "import json");
    if (needs.contains(Needs.ORDERED_DICT)) {
      listing.line(0, "from collections import OrderedDict");
    }
    listing.line(0, "from copy import deepcopy");
    boolean trains = TrainingWriter.isMade(experiment);
    boolean reads = carried || trains && TrainingData.of(experiment).isCarried();
    if (reads) {
      listing.line(0, "from pathlib import Path");
    }
    listing.blank();
    torchImports();
    title(SCRIPT_COLUMNS);
    classes();
    if (reads) {
      listing.code(resource("read_tensors.py"));
      listing.gap();
    }
    seed();
    net();
    if (carried) {
      readFiles();
    } else {
      input();
    }
    if (trains) {
      listing.line(0, "start, drawn_so_far = deepcopy(net), torch.get_rng_state()");
    }
    listing.blank();
    passes(
        carried
            ? FreshLines.ofPassWithFile(experiment.input())
            : FreshLines.ofPass(experiment.input()));
    listing.gap();
    listing.code(resource("measured.py"));
    listing.gap();
    if (trains) {
      training();
    } else {
      if (experiment.training().isPresent()) {
        listing.line(0, "# The training is left out: without a graph backward() would raise.");
      }
      listing.line(0, "print(json.dumps(measured(net, x, y, torch.%s)))".formatted(gradContext()));
    }
    return listing.script();
  }

  /// What passes showed is measured before the training moves the net.
  private void training() {
    listing.code(resource("score.py"));
    listing.gap();
    listing.line(0, "result = measured(net, x, y, torch.%s)".formatted(gradContext()));
    listing.gap();
    new TrainingWriter(listing, experiment).write();
    listing.blank();
    listing.line(0, "result[\"training\"] = {");
    listing.line(1, "\"losses\": plain(losses), \"refused\": refused,");
    listing.line(1, "\"validation\": [{key: plain(value) for key, value in one.items()}");
    listing.line(1, "               for one in validation]}");
    listing.line(0, "print(json.dumps(result))");
  }

  private void input() {
    if (experiment.input().fresh()) {
      inputLines(0, FreshLines.before(experiment.input()));
    } else {
      inputLines(0, InputLine.of(experiment.input()));
    }
  }

  private void inputLines(int indent, List<String> lines) {
    boolean areIndices = Indices.type(experiment, experiment.input()) == NumberType.LONG;
    lines.forEach(
        line ->
            listing.line(
                indent,
                areIndices ? InputLine.asIndices(line, experiment) : line,
                new Subject.OfInput()));
  }

  /// Masks go on from where the generator stands: an input that was drawn from it has moved it.
  private void readFiles() {
    listing.line(0, "net.load_state_dict(read_tensors(\"state.safetensors\"))");
    if (experiment.input().fresh()) {
      inputLines(0, FreshLines.beforeWithFile(experiment.input()));
      return;
    }
    InputLine.drawnFromTheExperiment(experiment.input())
        .ifPresent(draw -> listing.line(0, draw + "  # drawn there, too: masks go on from here"));
    inputLines(0, List.of("x = read_tensors(\"input.safetensors\")[\"x\"]"));
  }

  private void torchImports() {
    listing.line(0, "import torch");
    if (needs.contains(Needs.FUNCTIONAL)) {
      listing.line(0, "import torch.nn.functional as F");
    }
    listing.line(0, "from torch import nn");
  }

  /// Name and note as comments. They follow the imports because a comment in the first two lines
  /// can change the encoding in which Python reads the file.
  private void title(int columns) {
    List<String> name = PythonText.comment(experiment.name(), columns);
    List<String> note = PythonText.comment(experiment.note(), columns);
    if (!name.isEmpty() || !note.isEmpty()) {
      listing.blank();
    }
    name.forEach(line -> listing.line(0, line));
    note.forEach(line -> listing.line(0, line));
  }

  private void classes() {
    if (needs.contains(Needs.VIEW)) {
      listing.gap();
      listing.code(resource("view.py"));
    }
    if (needs.contains(Needs.PERMUTE)) {
      listing.gap();
      listing.code(resource("permute.py"));
    }
    if (needs.contains(Needs.FUNCTIONAL_DROPOUT)) {
      listing.gap();
      listing.code(resource("functional_dropout.py"));
    }
    for (BlockClass block : blocks.classes()) {
      listing.gap();
      modules.blockClass(block);
    }
    if (!isSequence) {
      listing.gap();
      modules.netClass(className(), blocks.members(network, ""));
    }
    listing.gap();
  }

  private String className() {
    Set<String> used = new HashSet<>(USED);
    blocks.classes().forEach(block -> used.add(block.name()));
    return PythonNames.ofClass(experiment.name(), used);
  }

  private void seed() {
    switch (experiment.generator()) {
      case PYTORCH -> {}
      case PYTORCH_MKL -> listing.line(0, "# masks as up to PyTorch 2.6 on x86");
    }
    listing.line(0, "torch.manual_seed(" + experiment.seed() + ")");
  }

  private void net() {
    if (isSequence) {
      modules.sequence(0, "net = ", blocks.sequence(network, ""), "", List.of());
    } else {
      listing.line(0, "net = %s()".formatted(className()));
    }
    new Switches(listing, network).freeze();
  }

  /// @param fresh makes a pass's own batch; empty where all passes have the same
  private void passes(List<String> fresh) {
    Subject passes = new Subject.OfPasses();
    boolean isFresh = experiment.input().fresh();
    listing.line(
        0, "net.%s()".formatted(experiment.mode().key()), new Subject.OfMode(experiment.mode()));
    new Switches(listing, network).override();
    if (isFresh) {
      listing.line(0, "outputs = []", passes);
    }
    listing.line(
        0, "with torch.%s():".formatted(gradContext()), new Subject.OfGrad(experiment.gradMode()));
    boolean isRecorded = experiment.gradMode() == GradMode.GRAD;
    boolean isOverwritten = OverwrittenInput.by(network) && !isFresh;
    String pass = (isOverwritten ? "net(x.clone())" : "net(x)") + (isRecorded ? ".detach()" : "");
    String range = String.format(Locale.ROOT, "range(%d)", experiment.passes());
    if (isRecorded) {
      listing.line(1, "# detach() lets each pass's graph go", passes);
    }
    if (isOverwritten) {
      listing.line(
          1, "# a copy, since a layer with inplace=True writes over what it is given", passes);
    }
    if (isFresh) {
      listing.line(1, "for i in " + range + ":", passes);
      inputLines(2, fresh);
      listing.line(2, "outputs.append(" + pass + ")", passes);
    } else {
      listing.line(1, "outputs = [" + pass, passes);
      listing.line(1, "           for _ in " + range + "]", passes);
    }
    listing.blank();
    answers();
  }

  private void answers() {
    listing.line(0, "y = torch.stack(outputs)");
    if (experiment.passes() > 1) {
      listing.line(0, "# how far apart the answers are");
      listing.line(0, "print(y.std(0).mean())");
    } else {
      listing.line(0, "print(y[0])");
    }
  }

  private String gradContext() {
    return switch (experiment.gradMode()) {
      case GRAD -> "enable_grad";
      case NO_GRAD -> "no_grad";
      case INFERENCE_MODE -> "inference_mode";
    };
  }

  private static String resource(String name) {
    try (InputStream bytes =
        Objects.requireNonNull(ScriptWriter.class.getResourceAsStream(name), name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program's own " + name, unreadable);
    }
  }
}
