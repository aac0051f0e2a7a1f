package org.modescope.ui.fxml;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.util.Callback;

/// Makes the controllers that FXML files name.
public final class Controllers implements Callback<Class<?>, Object> {
  private final Map<Class<?>, Supplier<?>> made = new HashMap<>();

  /// Says how a controller is made.
  public <T> Controllers with(Class<T> type, Supplier<T> make) {
    made.put(type, make);
    return this;
  }

  @Override
  public Object call(Class<?> type) {
    Supplier<?> make = made.get(type);
    if (make == null) {
      throw new IllegalStateException("nothing is said about how to make " + type);
    }
    return make.get();
  }
}
