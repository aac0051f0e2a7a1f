package org.modescope.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.modescope.words.Phrase;

/// Which name someone probably meant.
public final class NearMiss {
  /// What is longer is no misspelling of any name, and would take long to compare.
  private static final int LONGEST = 64;

  private NearMiss() {}

  /// The known name that is nearest to what was found; empty if none is near. Capitals do not
  /// count, nor does a name's beginning for the whole of it, such as `BatchNorm` for `BatchNorm1d`.
  public static Optional<String> of(String found, Collection<String> known) {
    if (found.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(found);
    int most = Math.min(plain.length() - 1, Math.max(1, plain.length() / 3));
    return known.stream()
        .filter(name -> name.length() <= LONGEST)
        .filter(name -> distance(plain, plain(name)) <= most || isBeginning(plain, plain(name)))
        .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
  }

  /// A question to put into a message, with a space after it; empty if no name is near.
  public static Phrase hint(String found, Collection<String> known) {
    return hint(of(found, known));
  }

  /// The same for a name that was found near by other means.
  static Phrase hint(Optional<String> near) {
    return near.map(name -> Phrase.of("file.did-you-mean", "name", name))
        .orElse(Phrase.verbatim(""));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  private static boolean isBeginning(String found, String name) {
    int shortest = 3;
    return found.length() >= shortest
        && (name.startsWith(found) || found.startsWith(name) && name.length() >= shortest);
  }

  /// How many letters must be put in, taken out, replaced, or swapped with their neighbour (optimal
  /// string alignment).
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        steps[i][j] = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean isSwapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (isSwapped) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }
}
