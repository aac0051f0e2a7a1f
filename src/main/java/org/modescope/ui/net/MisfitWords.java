package org.modescope.ui.net;

import org.modescope.experiment.ShapeProblem;
import org.modescope.experiment.ShapeProblem.Axes;
import org.modescope.experiment.ShapeProblem.Groups;
import org.modescope.experiment.ShapeProblem.InTorchsWords;
import org.modescope.experiment.ShapeProblem.Inside;
import org.modescope.experiment.ShapeProblem.LastAxes;
import org.modescope.experiment.ShapeProblem.MoreAxes;
import org.modescope.experiment.ShapeProblem.NoRows;
import org.modescope.experiment.ShapeProblem.NoSuchAxis;
import org.modescope.experiment.ShapeProblem.Padding;
import org.modescope.experiment.ShapeProblem.Size;
import org.modescope.experiment.ShapeProblem.Sum;
import org.modescope.experiment.ShapeProblem.TooLarge;
import org.modescope.experiment.ShapeProblem.Window;
import org.modescope.words.Text;

/// Why a layer cannot take its input, in the window's words.
record MisfitWords(Text text) {

  String of(ShapeProblem problem) {
    return switch (problem) {
      case Size size -> of(size);
      case NoRows _ -> text.say("net.misfit.no-rows");
      case Axes axes -> of(axes);
      case Groups groups ->
          text.say(
              "net.misfit.groups",
              "argument",
              groups.argument(),
              "groups",
              groups.groups(),
              "divided",
              text.list(groups.divided()));
      case MoreAxes more ->
          text.say(
              "net.misfit.more-axes",
              "argument",
              more.argument(),
              "axes",
              more.axes(),
              "input",
              more.input().toString());
      case LastAxes last ->
          text.say(
              "net.misfit.last-axes",
              "argument",
              last.argument(),
              "expected",
              ArgumentText.of(last.expected()),
              "given",
              ArgumentText.of(last.given()),
              "input",
              last.input().toString());
      case NoSuchAxis axis ->
          text.say(
              "net.misfit.no-such-axis",
              "argument",
              axis.argument(),
              "axis",
              axis.axis(),
              "axes",
              axis.axes(),
              "input",
              axis.input().toString());
      case Padding _ -> text.say("net.misfit.padding");
      case Window(var input) -> text.say("net.misfit.window", "input", input.toString());
      case Sum(var body, var shortcut) ->
          text.say("net.misfit.sum", "body", body.toString(), "shortcut", shortcut.toString());
      case InTorchsWords(String torch) -> torch;
      case Inside(String layer, ShapeProblem inner) ->
          text.say("net.misfit.inside", "layer", layer, "problem", of(inner));
      case TooLarge large ->
          text.say(
              "net.misfit.too-large",
              "output",
              large.output().toString(),
              "most",
              text.numbers().roughBytes(large.most()));
    };
  }

  private String of(Size size) {
    String key =
        switch (size.counted()) {
          case VALUES_PER_ROW -> "net.misfit.values-per-row";
          case CHANNELS -> "net.misfit.channels";
        };
    return text.say(
        key,
        "argument",
        size.argument(),
        "expected",
        size.expected(),
        "given",
        size.given(),
        "input",
        size.input().toString());
  }

  private String of(Axes axes) {
    String key =
        axes.most() == Integer.MAX_VALUE
            ? "net.misfit.axes-at-least"
            : axes.fewest() == axes.most() ? "net.misfit.axes" : "net.misfit.axes-or";
    return text.say(
        key,
        "fewest",
        axes.fewest(),
        "most",
        axes.most(),
        "given",
        axes.input().rank(),
        "input",
        axes.input().toString());
  }
}
