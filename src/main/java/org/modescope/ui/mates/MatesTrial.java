package org.modescope.ui.mates;

import java.util.function.Consumer;

/// Something to try next.
///
/// @param text what to do
/// @param action does it
record MatesTrial(String text, Consumer<MatesViewModel> action) {}
