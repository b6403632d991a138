/** What cannot be, and what had better not be: the reason, and the edits that help. */
@NullMarked
package org.chainrule.worksheet.advice;

import org.jspecify.annotations.NullMarked;
