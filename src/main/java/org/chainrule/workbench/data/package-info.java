/** The samples: their table, files of them, and toy data. */
@NullMarked
package org.chainrule.workbench.data;

import org.jspecify.annotations.NullMarked;
