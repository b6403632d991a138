/** The gallery's page, and the note on a worksheet that was opened from it. */
@NullMarked
package org.chainrule.workbench.gallery;

import org.jspecify.annotations.NullMarked;
