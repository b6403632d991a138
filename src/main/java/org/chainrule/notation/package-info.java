/** How numbers and formulas are written and read. */
@NullMarked
package org.chainrule.notation;

import org.jspecify.annotations.NullMarked;
