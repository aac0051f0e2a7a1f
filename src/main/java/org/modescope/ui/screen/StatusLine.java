package org.modescope.ui.screen;

import javafx.beans.value.ObservableValue;

/// What the window's status line says for a screen, in place of what it says of the bench.
///
/// @param progress how far the screen's own work is
/// @param aside what that means for the bench
public record StatusLine(ObservableValue<String> progress, String aside) {}
