/// The experiment in hand as a document: new, opened, saved, recovered.
///
/// Read [Document] and [DocumentViewModel] first. The bench knows nothing of files: it holds an
/// experiment, and here is what that experiment is kept as. Files are read and written away from
/// the FX thread, and the system's file dialogs are behind [FilePicker].
@NullMarked
package org.modescope.ui.document;

import org.jspecify.annotations.NullMarked;
