package org.modescope.ui.document;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The document that the experiment on the bench is kept as.
final class DocumentInHand {
  private final Workbench workbench;
  private Text text;
  private final ReadOnlyObjectWrapper<Document> document;
  private int opened;

  DocumentInHand(Workbench workbench, Text text) {
    this.workbench = workbench;
    this.text = text;
    document = new ReadOnlyObjectWrapper<>(new Document.Unsaved(workbench.experiment()));
  }

  void speak(Text words) {
    text = words;
  }

  Document document() {
    return document.get();
  }

  ReadOnlyObjectProperty<Document> documentProperty() {
    return document.getReadOnlyProperty();
  }

  Experiment experiment() {
    return workbench.experiment();
  }

  /// How many documents were opened: what was asked for on behalf of an earlier one must not change
  /// what has become of the window since.
  int opened() {
    return opened;
  }

  /// Whether there is work that would be lost with the window.
  boolean isChanged() {
    return document().isChanged(experiment());
  }

  /// What to call it.
  String name() {
    String own = document().name(experiment());
    return own.isBlank() ? text.say("document.untitled") : own;
  }

  /// A name for a file that is made from the experiment.
  String fileName() {
    return name().replaceAll("[^\\p{L}\\p{N}._ -]", "-");
  }

  /// Puts another document on the bench, which starts anew.
  void show(Document next, Experiment experiment) {
    opened++;
    workbench.open(experiment);
    document.set(next);
  }

  /// Puts another document on the bench in a way that can be undone.
  void exchange(Document next, Experiment experiment) {
    opened++;
    workbench.exchange(experiment);
    document.set(next);
  }

  /// Says that an experiment on the bench is nobody's work.
  void lent(Experiment experiment) {
    document.set(new Document.Unsaved(experiment));
  }

  /// Says what the experiment is kept as from now on.
  void keptAs(Document.InFile file) {
    document.set(file);
  }
}
