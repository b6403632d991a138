package org.chainrule.workbench.kit;

import org.chainrule.derivation.Values;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** The numbers of what is pinned, worked out once. */
final class PinnedNumbers {
    private @Nullable Worksheet worksheet;
    private @Nullable Values values;

    Values of(Worksheet pinned) {
        Values known = values;
        if (known == null || !pinned.equals(worksheet)) {
            known = pinned.values();
            values = known;
            worksheet = pinned;
        }
        return known;
    }

    void forget() {
        worksheet = null;
        values = null;
    }
}
