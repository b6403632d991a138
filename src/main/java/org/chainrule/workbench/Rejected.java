package org.chainrule.workbench;

import org.chainrule.notation.Parsed;

/** A bad entry: it stays in its cell, with the reason, and changes nothing else. */
record Rejected(String text, Parsed.Wrong wrong) {}
