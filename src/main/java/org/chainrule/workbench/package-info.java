/** The page: every part of it is a function of the worksheet, its numbers and the view. */
@NullMarked
package org.chainrule.workbench;

import org.jspecify.annotations.NullMarked;
