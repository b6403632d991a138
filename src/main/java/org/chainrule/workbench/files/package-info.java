/** What leaves the page as a file, and what comes back. */
@NullMarked
package org.chainrule.workbench.files;

import org.jspecify.annotations.NullMarked;
