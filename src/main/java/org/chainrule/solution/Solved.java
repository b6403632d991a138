package org.chainrule.solution;

import java.util.Objects;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.PaperTrace;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** The numbers of a worksheet in either arithmetic, each worked out once, when it is asked for. */
public final class Solved {
    private final Worksheet worksheet;
    private @Nullable ExactValues exact;
    private @Nullable Values paper;

    public Solved(Worksheet worksheet) {
        this.worksheet = worksheet;
    }

    public Worksheet worksheet() {
        return worksheet;
    }

    /** Whether the numbers of {@code other} are these: its title does not count. */
    public boolean isOf(Worksheet other) {
        return worksheet.problem().equals(other.problem())
                && Objects.equals(worksheet.paper(), other.paper());
    }

    /** In the worksheet's own arithmetic. */
    public Values values() {
        return worksheet.paper() == null ? exact() : onPaper(worksheet.paper());
    }

    public ExactValues exact() {
        ExactValues known = exact;
        if (known == null) {
            known = ExactValues.of(worksheet.problem());
            exact = known;
        }
        return known;
    }

    /** As on paper, of an exact worksheet with the sheet's decimals; null where it is too large. */
    public @Nullable Values onPaper() {
        return worksheet.paper() != null
                ? onPaper(worksheet.paper())
                : Limits.allowPaper(worksheet.problem()) ? onPaper(Rounding.SHEET) : null;
    }

    private Values onPaper(Rounding rounding) {
        Values known = paper;
        if (known == null) {
            known = PaperTrace.of(worksheet.problem(), rounding);
            paper = known;
        }
        return known;
    }
}
