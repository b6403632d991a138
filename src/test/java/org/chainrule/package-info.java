@NullMarked
package org.chainrule;

import org.jspecify.annotations.NullMarked;
