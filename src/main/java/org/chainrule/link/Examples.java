package org.chainrule.link;

import java.util.Optional;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** The worksheets that a link opens without holding one. */
public interface Examples {
    /** What a link opens that says nothing. */
    Worksheet first();

    /** The worksheet that a link names by its key. */
    Optional<Start> find(String key);

    /**
     * A worksheet to start from.
     *
     * @param view how it is looked at first
     */
    record Start(Worksheet worksheet, View view) {}
}
