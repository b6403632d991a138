package org.chainrule.worksheet;

/**
 * A state of the worksheet that what comes after it is compared with.
 *
 * @param relative whether effects are ranked by their share of what was there, not by their size
 */
public record Pin(Worksheet worksheet, boolean relative) {
    public static Pin of(Worksheet worksheet) {
        return new Pin(worksheet, false);
    }

    public Pin withRelative(boolean changed) {
        return new Pin(worksheet, changed);
    }
}
