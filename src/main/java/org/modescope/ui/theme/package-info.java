/// How the window looks: light or dark, and how large.
///
/// Read [Appearance] and [Stylist] first. Colours are looked-up names in `light.css` and
/// `dark.css`; no other file names a colour, and no other file a font size in pixels.
@NullMarked
package org.modescope.ui.theme;

import org.jspecify.annotations.NullMarked;
