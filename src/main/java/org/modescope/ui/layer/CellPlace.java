package org.modescope.ui.layer;

import org.modescope.autograd.Shape;
import org.modescope.words.Text;

/// What a number of a tensor is called: by its row and column, or by image, channel and pixel.
///
/// @param shape the tensor's
/// @param index row-major
record CellPlace(Shape shape, int index) {

  String said(Text text) {
    int[] at = at();
    return switch (at.length) {
      case 0 -> text.say("trace.place.only");
      case 1 -> text.say("trace.place.number", "number", at[0]);
      case 2 -> text.say("trace.place.row", "row", at[0], "column", at[1]);
      case 3 ->
          text.say("trace.place.sample", "sample", at[0], "channel", at[1], "position", at[2]);
      case 4 ->
          text.say(
              "trace.place.image", "image", at[0], "channel", at[1], "row", at[2], "column", at[3]);
      default -> text.say("trace.place.number", "number", index);
    };
  }

  /// Without the channel, where that is known already.
  String saidInChannel(Text text) {
    int[] at = at();
    return switch (at.length) {
      case 3 -> text.say("trace.place.in-channel.sample", "sample", at[0], "position", at[2]);
      case 4 ->
          text.say("trace.place.in-channel.image", "image", at[0], "row", at[2], "column", at[3]);
      default -> text.say("trace.place.in-channel.row", "row", at.length == 0 ? 0 : at[0]);
    };
  }

  /// The place along each axis.
  int[] at() {
    int[] at = new int[shape.rank()];
    int rest = index;
    for (int axis = at.length - 1; axis >= 0; axis--) {
      at[axis] = rest % shape.size(axis);
      rest /= shape.size(axis);
    }
    return at;
  }

  /// The index of the number so many places on along an axis, within its bounds.
  int moved(int axis, int by) {
    int[] at = at();
    if (axis >= at.length) {
      return index;
    }
    at[axis] = Math.clamp((long) at[axis] + by, 0, shape.size(axis) - 1);
    int moved = 0;
    for (int each = 0; each < at.length; each++) {
      moved = moved * shape.size(each) + at[each];
    }
    return moved;
  }
}
