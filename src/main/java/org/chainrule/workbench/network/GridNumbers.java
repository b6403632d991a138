package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.export.Parameters;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a layer's weight grid, row by row as {@link Parameters}: the shape of {@code
 * weight-grid.ts}. Plain lists, since a large network sends thousands of them with every edit.
 *
 * @param texts each parameter as typed
 * @param gradients null where they are not yet reached, as are {@code updated}
 * @param errors why a text was refused, by its address
 * @param rev differs after each edit, so that an edit without effect repaints too
 */
record GridNumbers(
        List<String> texts,
        List<@Nullable String> gradients,
        List<@Nullable String> updated,
        Map<String, String> errors,
        int rev) {

    static GridNumbers of(Shown shown, int l) {
        List<String> texts = new ArrayList<>();
        List<@Nullable String> gradients = new ArrayList<>();
        List<@Nullable String> updated = new ArrayList<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Quantity parameter : Parameters.of(shown.network().layer(l))) {
            boolean weight = parameter.kind() == Kind.W;
            texts.add(shown.field(parameter));
            gradients.add(shown.reached(parameter.as(weight ? Kind.DW : Kind.DB)));
            updated.add(shown.reached(parameter.as(weight ? Kind.NW : Kind.NB)));
            String error = shown.error(parameter);
            if (error != null) {
                errors.put(parameter.address(), error);
            }
        }
        return new GridNumbers(texts, gradients, updated, errors, shown.revision());
    }
}
