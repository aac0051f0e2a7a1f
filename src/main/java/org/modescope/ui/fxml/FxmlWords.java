package org.modescope.ui.fxml;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.modescope.words.Text;

/// The window's words for FXML, where `%key` stands for the text of a key without values.
final class FxmlWords extends ResourceBundle {
  private final Text text;

  FxmlWords(Text text) {
    this.text = text;
  }

  @Override
  protected Object handleGetObject(String key) {
    return text.say(key);
  }

  @Override
  public boolean containsKey(String key) {
    return text.has(key);
  }

  /// FXML asks for single keys only.
  @Override
  public Enumeration<String> getKeys() {
    return Collections.emptyEnumeration();
  }
}
