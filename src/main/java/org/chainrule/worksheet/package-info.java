/** The worksheet as one immutable value, its edits, its document and its link. */
@NullMarked
package org.chainrule.worksheet;

import org.jspecify.annotations.NullMarked;
