package org.chainrule.link;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.chainrule.document.Fault;
import org.chainrule.document.Fault.Reason;
import org.chainrule.document.Places;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.notation.Numbers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the parts of a link into the tree of a document, whose rules {@link WorksheetJson} then
 * applies.
 */
final class LinkReader {
    private final Map<String, String> parts;
    private final Set<String> left;
    private final Places<Reading.Refusal> places = new Places<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    LinkReader(Map<String, String> parts) {
        this.parts = parts;
        left = new LinkedHashSet<>(parts.keySet());
    }

    Reading read() {
        for (WorksheetPart part : WorksheetParts.ALL) {
            part.read().accept(this);
            if (part.equals(WorksheetParts.VERSION) && !places.none()) {
                return Reading.Refused.of(places);
            }
        }
        left.forEach(key -> refuse(Escapes.shown(key), Reason.UNKNOWN_PART));
        return places.none() ? WorksheetJson.read(document) : Reading.Refused.of(places);
    }

    ObjectNode document() {
        return document;
    }

    boolean has(String key) {
        return parts.containsKey(key);
    }

    /** The text of a part, which is one that is known then, or null. */
    @Nullable String take(String key) {
        left.remove(key);
        return parts.get(key);
    }

    void refuse(String at, Reason reason, Object... values) {
        places.add(new Reading.Refusal(at, Fault.of(reason, values)));
    }

    /** Puts the number of {@code text} into {@code node}. */
    void number(String at, String text, ObjectNode node, String key) {
        number(at, text).ifPresent(value -> node.put(key, value));
    }

    /** Adds the numbers of {@code text}, between commas, to {@code row}. */
    void row(String at, String text, ArrayNode row) {
        for (String number : text.split(",", -1)) {
            number(at, number).ifPresent(row::add);
        }
    }

    private OptionalDouble number(String at, String text) {
        OptionalDouble number = Numbers.readCanonical(text);
        if (number.isEmpty()) {
            refuse(at, Reason.NOT_A_NUMBER, Escapes.shown(text));
        }
        return number;
    }
}
