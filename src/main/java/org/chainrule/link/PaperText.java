package org.chainrule.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Rounding;
import org.chainrule.document.Fault.Reason;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Arithmetic as on paper as a part of a link: {@code 2,3} (decimals, gradient decimals), and what
 * is otherwise than on the sheet: {@code 2,3,delta,z} (δ is written, slopes are of z).
 */
final class PaperText {
    static final String KEY = "paper";

    private PaperText() {}

    static @Nullable String write(Worksheet worksheet) {
        Rounding paper = worksheet.paper();
        return paper == null ? null : write(paper, ",");
    }

    /** With {@code separator} between its fields. */
    static String write(Rounding paper, String separator) {
        List<String> fields = new ArrayList<>();
        fields.add(Integer.toString(paper.decimals()));
        fields.add(Integer.toString(paper.gradientDecimals()));
        if (paper.writes() != Rounding.Writes.DZ) {
            fields.add(paper.writes().key());
        }
        if (paper.slope() != Rounding.Slope.P) {
            fields.add(paper.slope().key());
        }
        return String.join(separator, fields);
    }

    static void read(LinkReader link, String text) {
        List<String> fields = List.of(text.split(",", -1));
        Optional<Rounding> way =
                fields.size() < 2
                        ? Optional.empty()
                        : way(Rounding.SHEET, fields.subList(2, fields.size()));
        if (way.isEmpty()) {
            link.refuse(KEY, Reason.DECIMALS);
            return;
        }
        ObjectNode arithmetic = link.document().putObject("arithmetic");
        link.number(KEY, fields.get(0), arithmetic, "decimals");
        link.number(KEY, fields.get(1), arithmetic, "gradientDecimals");
        arithmetic.put("writes", way.get().writes().key());
        arithmetic.put("slope", way.get().slope().key());
    }

    /**
     * {@code paper} with what {@code fields} name, each at most once; nothing where one is none.
     */
    static Optional<Rounding> way(Rounding paper, List<String> fields) {
        List<Rounding.Writes> writes =
                fields.stream().flatMap(field -> Rounding.Writes.of(field).stream()).toList();
        List<Rounding.Slope> slopes =
                fields.stream().flatMap(field -> Rounding.Slope.of(field).stream()).toList();
        boolean named = writes.size() + slopes.size() == fields.size();
        if (!named || writes.size() > 1 || slopes.size() > 1) {
            return Optional.empty();
        }
        Rounding way = writes.isEmpty() ? paper : paper.with(writes.getFirst());
        return Optional.of(slopes.isEmpty() ? way : way.with(slopes.getFirst()));
    }
}
