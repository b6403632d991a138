/** Tables as people bring them: files, dropped or chosen, and blocks that are pasted. */
@NullMarked
package org.chainrule.document.table;

import org.jspecify.annotations.NullMarked;
