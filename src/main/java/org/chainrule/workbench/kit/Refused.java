package org.chainrule.workbench.kit;

import org.chainrule.worksheet.advice.Objection;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for and cannot be.
 *
 * @param entered what was entered or chosen, and stays where it was; null where a button was
 *     pressed
 */
public record Refused(@Nullable String entered, Objection why) {}
