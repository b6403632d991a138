package org.chainrule.workbench.kit;

import org.chainrule.notation.Parsed;

/** A bad entry: it stays in its cell, with the reason, and changes nothing else. */
public record Rejected(String text, Parsed.Wrong wrong) {}
