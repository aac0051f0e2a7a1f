package org.modescope.ui.chart.mates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Dots on a line that get out of each other's way, up and down by turns.
///
/// @param lanes how far each dot is from the line, in steps
record Swarm(int[] lanes) {

  /// @param places where the dots lie along the line
  /// @param apart how far apart two dots of a lane must be
  /// @param most no dot is further away than so many lanes
  static Swarm of(double[] places, double apart, int most) {
    int[] lanes = new int[places.length];
    List<Integer> done = new ArrayList<>();
    IntStream.range(0, places.length)
        .boxed()
        .sorted(Comparator.comparingDouble(dot -> places[dot]))
        .forEach(
            dot -> {
              int turn = 0;
              while (turn < 2 * most
                  && isTaken(lane(turn), places[dot], apart, places, lanes, done)) {
                turn++;
              }
              lanes[dot] = lane(turn);
              done.add(dot);
            });
    return new Swarm(lanes);
  }

  private static boolean isTaken(
      int lane, double place, double apart, double[] places, int[] lanes, List<Integer> done) {
    for (int index = done.size() - 1; index >= 0; index--) {
      int other = done.get(index);
      if (place - places[other] >= apart) {
        return false;
      }
      if (lanes[other] == lane) {
        return true;
      }
    }
    return false;
  }

  /// 0, −1, 1, −2, 2 and so on.
  private static int lane(int turn) {
    return (turn % 2 == 0 ? 1 : -1) * ((turn + 1) / 2);
  }
}
