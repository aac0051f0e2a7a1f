/// What commands print for people: reports, tables, the progress bar. Its words come from the
/// English bundle, whatever the user's language. Read [RunReport] and [TextTable] first.
///
/// It shows results and knows nothing of options.
@NullMarked
package org.modescope.cli.text;

import org.jspecify.annotations.NullMarked;
