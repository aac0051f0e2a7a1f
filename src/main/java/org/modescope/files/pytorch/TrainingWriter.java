package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.experiment.Training.RowOrder;

/// Writes an experiment's training: the loop as people write it, without the lines that are
/// forgotten.
final class TrainingWriter {
  private static final String LOADER = "torch.utils.data.DataLoader(";
  private static final String ROWS = "torch.utils.data.TensorDataset(%s, %s), ";

  private final Listing listing;
  private final Experiment experiment;
  private final Training training;
  private final List<LayerSpec> network;
  private final boolean drawsInEval;

  TrainingWriter(Listing listing, Experiment experiment) {
    this.listing = listing;
    this.experiment = experiment;
    this.training = experiment.training().orElseThrow();
    this.network =
        training.isForgotten(Forgotten.FROZEN_WITHOUT_EVAL)
            ? FrozenLayers.withoutModes(experiment.network())
            : experiment.network();
    this.drawsInEval =
        PlacedLayer.of(experiment).stream()
            .anyMatch(layer -> layer.spec().type() == LayerType.FUNCTIONAL_DROPOUT);
  }

  /// Whether an experiment has a training that can be made: without a graph nothing is learned.
  static boolean isMade(Experiment experiment) {
    return experiment.training().isPresent() && experiment.gradMode() == GradMode.GRAD;
  }

  /// What a training says after the passes: `losses` and `validation` are lists then, and `refused`
  /// is what PyTorch raised, or None.
  void write() {
    listing.line(0, "def train_mode(net):");
    listing.line(1, "net.%s()".formatted(experiment.mode().key()));
    new Switches(listing, network, 1).override();
    listing.gap();
    listing.line(0, "# The training begins where the passes did.");
    listing.line(0, "net = start");
    listing.line(0, "torch.set_rng_state(drawn_so_far)");
    TrainingData.of(experiment).lines().forEach(line -> listing.line(0, line));
    loaders();
    listing.line(0, "loss_of = nn.%s()".formatted(training.loss().torchName()));
    listing.line(0, "optimizer = torch.optim." + optimizer());
    listing.line(0, "losses, validation, refused = [], [], None");
    listing.line(0, "train_mode(net)");
    listing.line(0, "try:");
    listing.line(
        1, String.format(Locale.ROOT, "for epoch in range(1, %d):", training.epochs() + 1));
    learning();
    training.validation().ifPresent(_ -> validating());
    if (!training.isForgotten(Forgotten.NO_TRAIN_AFTER)) {
      listing.line(
          2, training.isForgotten(Forgotten.TRAIN_UNDOES_EVAL) ? netsOwnMode() : "train_mode(net)");
    }
    listing.line(0, "except (IndexError, RuntimeError, ValueError) as error:");
    listing.line(1, "refused = str(error)");
  }

  private String netsOwnMode() {
    return "net.%s()".formatted(experiment.mode().key());
  }

  private void loaders() {
    listing.line(0, "loader = " + LOADER);
    listing.line(
        1,
        String.format(
            Locale.ROOT,
            ROWS + "batch_size=%s, shuffle=%s, drop_last=%s,",
            "x",
            "target",
            training.batchSize(),
            training.order() == RowOrder.SHUFFLED ? "True" : "False",
            training.lastBatch() == LastBatch.DROPPED ? "True" : "False"));
    listing.line(
        1,
        String.format(
            Locale.ROOT, "generator=torch.Generator().manual_seed(%d))", experiment.seed()));
    if (training.validation().isPresent()) {
      listing.line(0, "held_out = " + LOADER);
      listing.line(
          1,
          String.format(
              Locale.ROOT, ROWS + "batch_size=%d,", "held", "held_target", training.batchSize()));
      listing.line(1, "generator=torch.Generator())");
    }
  }

  private void learning() {
    boolean accumulates = training.accumulate() > 1;
    listing.line(2, "seen = 0.0");
    listing.line(
        2,
        accumulates
            ? "for step, (rows, wanted) in enumerate(loader, 1):"
            : "for rows, wanted in loader:");
    if (!accumulates) {
      zeroGrad(3);
    }
    listing.line(3, "loss = loss_of(net(rows), wanted)");
    listing.line(3, "loss.backward()");
    if (accumulates) {
      listing.line(
          3,
          String.format(
              Locale.ROOT, "if step %% %d == 0 or step == len(loader):", training.accumulate()));
    }
    listing.line(accumulates ? 4 : 3, "optimizer.step()");
    if (accumulates) {
      zeroGrad(4);
    }
    listing.line(3, "seen += " + summed());
    listing.line(3, "losses.append(loss.item())");
  }

  private void zeroGrad(int depth) {
    listing.line(
        depth,
        training.isForgotten(Forgotten.NO_ZERO_GRAD)
            ? "# optimizer.zero_grad() is forgotten"
            : "optimizer.zero_grad()");
  }

  private String summed() {
    return training.isForgotten(Forgotten.TOTAL_PLUS_LOSS)
        ? "loss  # .item() is forgotten: the sum keeps every graph"
        : "loss.item()";
  }

  /// The two scores on copies come first: a loop that forgets `net.eval()` moves what they depend
  /// on.
  private void validating() {
    listing.line(2, "as_is, by_mistake = deepcopy(net).eval(), deepcopy(net)");
    listing.line(2, "train_mode(by_mistake)");
    listing.line(2, "validation.append({");
    listing.line(3, "\"epoch\": epoch, \"eval_loss\": score(as_is, loss_of, held_out),");
    listing.line(3, "\"train_mode_loss\": score(by_mistake, loss_of, held_out)})");
    listing.line(
        2,
        training.isForgotten(Forgotten.NO_EVAL_IN_VALIDATION)
            ? "# net.eval() is forgotten"
            : "net.eval()");
    listing.line(2, "total = 0.0");
    listing.line(2, validationContext());
    listing.line(3, "for rows, wanted in held_out:");
    listing.line(4, "loss = loss_of(net(rows), wanted)");
    listing.line(4, "total += " + summed());
  }

  /// In eval mode validation uses up no draw, unless the net has an `F.dropout`.
  private String validationContext() {
    boolean isForked = drawsInEval && !training.isForgotten(Forgotten.NO_EVAL_IN_VALIDATION);
    String grad =
        training.isForgotten(Forgotten.NO_NO_GRAD) ? "torch.enable_grad()" : "torch.no_grad()";
    String remark =
        training.isForgotten(Forgotten.NO_NO_GRAD) ? "  # torch.no_grad() is forgotten" : "";
    return "with %s%s:%s"
        .formatted(grad, isForked ? ", torch.random.fork_rng(devices=[])" : "", remark);
  }

  private String optimizer() {
    return switch (training.optimizer()) {
      case Training.Sgd sgd -> {
        List<String> arguments = new ArrayList<>();
        arguments.add("lr=" + PythonText.number(sgd.lr()));
        if (sgd.momentum() != 0) {
          arguments.add("momentum=" + PythonText.number(sgd.momentum()));
        }
        if (sgd.weightDecay() != 0) {
          arguments.add("weight_decay=" + PythonText.number(sgd.weightDecay()));
        }
        if (sgd.nesterov()) {
          arguments.add("nesterov=True");
        }
        yield "SGD(net.parameters(), %s)".formatted(String.join(", ", arguments));
      }
      case Training.Adam(double lr, double beta1, double beta2, double eps, double decay) ->
          adam("Adam", lr, beta1, beta2, eps, decay);
      case Training.AdamW(double lr, double beta1, double beta2, double eps, double decay) ->
          adam("AdamW", lr, beta1, beta2, eps, decay);
    };
  }

  private static String adam(
      String type, double lr, double beta1, double beta2, double eps, double decay) {
    return "%s(net.parameters(), lr=%s, betas=(%s, %s), eps=%s, weight_decay=%s)"
        .formatted(
            type,
            PythonText.number(lr),
            PythonText.number(beta1),
            PythonText.number(beta2),
            PythonText.number(eps),
            PythonText.number(decay));
  }
}
