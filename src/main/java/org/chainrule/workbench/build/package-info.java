/** Building a network: the form, and what form and drawing ask for. */
@NullMarked
package org.chainrule.workbench.build;

import org.jspecify.annotations.NullMarked;
