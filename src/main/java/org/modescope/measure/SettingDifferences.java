package org.modescope.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;

/// Finds in what the settings of two runs differ.
final class SettingDifferences {
  private final List<SettingDifference> found = new ArrayList<>();

  private SettingDifferences() {}

  /// The differences, the switches first. Names and notes are none.
  static List<SettingDifference> of(Observation a, Observation b) {
    SettingDifferences differences = new SettingDifferences();
    differences.ofSettings(a.experiment(), b.experiment());
    differences.ofProgress(a, b);
    return List.copyOf(differences.found);
  }

  private void ofSettings(Experiment a, Experiment b) {
    if (a.mode() != b.mode()) {
      found.add(new SettingDifference.OfMode(a.mode(), b.mode()));
    }
    if (a.gradMode() != b.gradMode()) {
      found.add(new SettingDifference.OfGradMode(a.gradMode(), b.gradMode()));
    }
    if (hasSameLayers(a.network(), b.network())) {
      ofLayers(a.network(), b.network(), "");
    } else {
      found.add(new SettingDifference.OfNet());
    }
    ofInput(a.input(), b.input());
    if (a.seed() != b.seed()) {
      found.add(new SettingDifference.OfSeed(a.seed(), b.seed()));
    }
    if (a.generator() != b.generator() || !a.parameters().equals(b.parameters())) {
      found.add(new SettingDifference.OfState());
    }
  }

  private static boolean hasSameLayers(List<LayerSpec> a, List<LayerSpec> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int index = 0; index < a.size(); index++) {
      LayerSpec one = a.get(index);
      LayerSpec other = b.get(index);
      if (one.type() != other.type()
          || !one.name().equals(other.name())
          || !hasSameLayers(one.children(), other.children())) {
        return false;
      }
    }
    return true;
  }

  private void ofLayers(List<LayerSpec> a, List<LayerSpec> b, String prefix) {
    for (int index = 0; index < a.size(); index++) {
      LayerSpec one = a.get(index);
      LayerSpec other = b.get(index);
      String path = prefix + one.name();
      ofArguments(one, other, path);
      if (!one.mode().equals(other.mode())) {
        found.add(new SettingDifference.OfLayerMode(path, one.mode(), other.mode()));
      }
      if (one.requiresGrad() != other.requiresGrad()) {
        found.add(
            new SettingDifference.OfGradients(path, one.requiresGrad(), other.requiresGrad()));
      }
      ofLayers(one.children(), other.children(), path + ".");
    }
  }

  private void ofArguments(LayerSpec one, LayerSpec other, String path) {
    if (one.type().isContainer()) {
      return;
    }
    TreeSet<String> names = new TreeSet<>(one.arguments().keySet());
    names.addAll(other.arguments().keySet());
    for (String name : names) {
      Object before = one.arguments().get(name);
      Object after = other.arguments().get(name);
      if (!Objects.equals(before, after)) {
        found.add(new SettingDifference.OfArgument(path, name, before, after));
      }
    }
  }

  private void ofInput(InputSpec a, InputSpec b) {
    if (a.equals(b)) {
      return;
    }
    int rowsOfA = rows(a);
    int rowsOfB = rows(b);
    found.add(
        rowsOfA != rowsOfB && isSameApartFromRows(a, b, rowsOfB)
            ? new SettingDifference.OfRows(rowsOfA, rowsOfB)
            : new SettingDifference.OfInput());
  }

  private static boolean isSameApartFromRows(InputSpec a, InputSpec b, int rows) {
    try {
      return a.withBatchSize(rows).equals(b);
    } catch (InvalidValueException hasNotSoMany) {
      return false;
    }
  }

  private static int rows(InputSpec input) {
    return input.shape().rank() == 0 ? 1 : input.shape().size(0);
  }

  private void ofProgress(Observation a, Observation b) {
    int passesOfA = a.progress().series();
    int passesOfB = b.progress().series();
    if (passesOfA != passesOfB && a.refusal().isEmpty() && b.refusal().isEmpty()) {
      found.add(new SettingDifference.OfPasses(passesOfA, passesOfB));
    }
    if (a.progress().before() != b.progress().before()) {
      found.add(new SettingDifference.OfStart(a.progress().before(), b.progress().before()));
    }
  }
}
