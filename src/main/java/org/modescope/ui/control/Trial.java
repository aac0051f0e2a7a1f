package org.modescope.ui.control;

import java.util.function.Consumer;

/// Something to try next, which stands below a reading.
///
/// @param text what to do
/// @param action does it
/// @param <M> the view model of the screen that offers it
public record Trial<M>(String text, Consumer<? super M> action) {}
