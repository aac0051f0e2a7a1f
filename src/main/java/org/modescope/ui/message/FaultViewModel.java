package org.modescope.ui.message;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Reading;
import org.modescope.words.Text;

/// A fault of the program's own, told without ending it.
public final class FaultViewModel {
  private static final System.Logger LOG = System.getLogger(FaultViewModel.class.getName());

  private Text text;
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");

  public FaultViewModel(Workbench workbench, Text text) {
    this.text = text;
    workbench
        .observationProperty()
        .subscribe(
            seen -> {
              if (seen != null && seen.progress().status() == Status.FAILED) {
                tell(seen);
              }
            });
  }

  /// Tells what happens from now on in another language.
  public void speak(Text words) {
    text = words;
  }

  /// Tells of an exception that nobody caught.
  public void report(Throwable thrown) {
    LOG.log(Level.ERROR, "the window met an exception that nobody caught", thrown);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    details.set(trace.toString());
    message.set(text.say("message.fault", "name", thrown.getClass().getSimpleName()));
  }

  public void dismiss() {
    message.set("");
  }

  /// What went wrong, in a sentence; empty if nothing did.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// What a maintainer wants to know.
  public ReadOnlyStringProperty detailsProperty() {
    return details.getReadOnlyProperty();
  }

  private void tell(Observation failed) {
    Reading told = Reading.of(failed, text);
    details.set("%s%n%s%n%s".formatted(told.headline(), told.detail(), failed.experiment()));
    message.set(told.headline());
  }
}
