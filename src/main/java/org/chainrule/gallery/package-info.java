/** Worksheets to start from. */
@NullMarked
package org.chainrule.gallery;

import org.jspecify.annotations.NullMarked;
