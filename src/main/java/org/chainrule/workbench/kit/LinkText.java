package org.chainrule.workbench.kit;

import org.chainrule.link.Permalink;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes links, the worksheet's part of them once as long as it is the same. */
final class LinkText {
    private @Nullable Worksheet written;
    private String parts = "";

    String of(Worksheet worksheet, View view) {
        if (!worksheet.equals(written)) {
            written = worksheet;
            parts = Permalink.query(worksheet);
        }
        return Permalink.query(parts, worksheet, view);
    }
}
