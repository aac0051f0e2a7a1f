/// The place to type PyTorch code, or to paste it: read while one types, and taken into the
/// document when one says so.
///
/// Read [PasteViewModel] first, then [CodeField], the only door to JavaFX's text area for code,
/// which loads when somebody first types. What is read and how is no business of this package:
/// `files.pytorch.importing` does that.
@NullMarked
package org.modescope.ui.paste;

import org.jspecify.annotations.NullMarked;
