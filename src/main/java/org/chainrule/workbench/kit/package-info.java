/**
 * What the parts of the page are made of: native elements, words, the workspace and what is shown
 * of it.
 */
@NullMarked
package org.chainrule.workbench.kit;

import org.jspecify.annotations.NullMarked;
