/** Small sets of points to learn from, made by rules. */
@NullMarked
package org.chainrule.worksheet.toy;

import org.jspecify.annotations.NullMarked;
