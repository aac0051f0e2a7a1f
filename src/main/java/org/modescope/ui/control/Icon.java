package org.modescope.ui.control;

import javafx.scene.layout.Region;

/// A small drawing in the colour of the text beside it; its outline is in the style sheet, under
/// its name.
public final class Icon extends Region {
  private String name = "";

  /// An icon that is yet to be named, by FXML.
  public Icon() {
    setMouseTransparent(true);
  }

  /// @param name such as `play`
  public Icon(String name) {
    this();
    setName(name);
  }

  public void setName(String name) {
    this.name = name;
    getStyleClass().setAll("icon", "icon-" + name);
  }

  public String getName() {
    return name;
  }
}
