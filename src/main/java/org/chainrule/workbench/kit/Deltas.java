package org.chainrule.workbench.kit;

import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.jspecify.annotations.Nullable;

/** The changes since the pin, as components and HTML are given them: of what changed alone. */
public final class Deltas {
    private static final String PROPERTY = "deltas";

    private Deltas() {}

    /** Gives {@code element} the changes among {@code quantities} by address; nothing unpinned. */
    public static void show(Element element, Shown shown, Supplier<Stream<Quantity>> quantities) {
        if (shown.comparison() == null) {
            if (element.hasProperty(PROPERTY)) {
                element.removeProperty(PROPERTY);
            }
            return;
        }
        Map<String, String> deltas = new TreeMap<>();
        quantities
                .get()
                .forEach(q -> {
                    String delta = shown.delta(q);
                    if (delta != null) {
                        deltas.put(q.address(), delta);
                    }
                });
        Native.setBean(element, PROPERTY, deltas);
    }

    /** The change of {@code quantity}, or nothing. */
    public static String html(Shown shown, Quantity quantity) {
        return html(quantity, shown.delta(quantity));
    }

    static String html(Quantity quantity, @Nullable String delta) {
        return delta == null
                ? ""
                : "<small class=\"delta\" data-ref=\""
                        + quantity.address()
                        + "\">"
                        + delta
                        + "</small>";
    }
}
