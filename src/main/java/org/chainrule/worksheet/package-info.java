/** The worksheet as one immutable value, and its edits. */
@NullMarked
package org.chainrule.worksheet;

import org.jspecify.annotations.NullMarked;
