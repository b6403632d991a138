/** Practice: the worksheet with boxes where the numbers stand that are asked for. */
@NullMarked
package org.chainrule.workbench.practice;

import org.jspecify.annotations.NullMarked;
