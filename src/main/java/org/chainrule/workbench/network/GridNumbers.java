package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.export.Parameters;
import org.chainrule.workbench.kit.Held;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a layer's weight grid, row by row as {@link Parameters}: the shape of {@code
 * weight-grid.ts}. Plain lists, since a large network sends thousands of them with every edit.
 *
 * @param texts each parameter with all its digits
 * @param briefs each as it is displayed, or null where that is its text; empty where it always is
 * @param gradients null where they are not yet reached, as are {@code updated}
 * @param errors why a text was refused, by its address
 */
record GridNumbers(
        List<String> texts,
        List<@Nullable String> briefs,
        List<@Nullable String> gradients,
        List<@Nullable String> updated,
        Map<String, String> errors) {

    static GridNumbers of(Shown shown, int l) {
        List<String> texts = new ArrayList<>();
        List<@Nullable String> briefs = new ArrayList<>();
        List<@Nullable String> gradients = new ArrayList<>();
        List<@Nullable String> updated = new ArrayList<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Quantity parameter : Parameters.of(shown.network().layer(l))) {
            boolean weight = parameter.kind() == Kind.W;
            Held held = shown.field(parameter);
            texts.add(held.text());
            briefs.add(held.brief());
            gradients.add(shown.reached(parameter.as(weight ? Kind.DW : Kind.DB)));
            updated.add(shown.reached(parameter.as(weight ? Kind.NW : Kind.NB)));
            String error = shown.error(parameter);
            if (error != null) {
                errors.put(parameter.address(), error);
            }
        }
        if (briefs.stream().allMatch(Objects::isNull)) {
            briefs.clear();
        }
        return new GridNumbers(texts, briefs, gradients, updated, errors);
    }
}
