package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the values of a document's fields and collects what is wrong with them. */
final class Fields {
    private final List<Reading.Refusal> refusals = new ArrayList<>();

    void refuse(String at, String reason) {
        refusals.add(new Reading.Refusal(at, reason));
    }

    boolean none() {
        return refusals.isEmpty();
    }

    Reading.Refused refused() {
        return new Reading.Refused(refusals);
    }

    String unknown(String text, List<String> known) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return "\"" + shown + "\" is not one of " + String.join(", ", known);
    }

    boolean isObject(String at, @Nullable JsonNode node, Set<String> keys) {
        if (node == null || !node.isObject()) {
            refuse(at, node == null ? "missing" : "an object is wanted, not " + kind(node));
            return false;
        }
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                refuse(under(at, key), "unknown key");
            }
        }
        return true;
    }

    /** The entries of a list; none where it is refused. */
    List<JsonNode> list(String at, @Nullable JsonNode node, int least, int most, String what) {
        if (node == null || !node.isArray()) {
            refuse(at, node == null ? "missing" : "a list is wanted, not " + kind(node));
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            refuse(at, node.size() + " " + what + "; " + least + " … " + most + " are possible");
            return List.of();
        }
        return List.copyOf(node.values());
    }

    String text(String at, @Nullable JsonNode node, String otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isString()) {
            refuse(at, "text is wanted, not " + kind(node));
            return otherwise;
        }
        return node.stringValue();
    }

    /** A whole number; −1 where it is refused. Without {@code otherwise} it must be there. */
    int integer(
            String at, @Nullable JsonNode node, int least, int most, @Nullable Integer otherwise) {
        if (node == null) {
            if (otherwise == null) {
                refuse(at, "missing");
            }
            return otherwise == null ? -1 : otherwise;
        }
        boolean whole = node.isNumber() && node.doubleValue() == Math.rint(node.doubleValue());
        if (!whole || node.doubleValue() < least || node.doubleValue() > most) {
            refuse(at, "a whole number " + least + " … " + most + " is wanted, not " + shown(node));
            return -1;
        }
        return (int) node.doubleValue();
    }

    boolean flag(String at, @Nullable JsonNode node) {
        if (node != null && !node.isBoolean()) {
            refuse(at, "true or false is wanted, not " + kind(node));
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    double number(String at, @Nullable JsonNode node, double otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isNumber()) {
            refuse(at, "a number is wanted, not " + kind(node));
            return otherwise;
        }
        if (!Double.isFinite(node.doubleValue())) {
            refuse(at, shown(node) + " is not a finite number");
            return otherwise;
        }
        return node.doubleValue();
    }

    /**
     * A row of numbers. Any length will do where {@code length} is negative, for what it should be
     * is unknown.
     */
    @Nullable Vector vector(
            String at, @Nullable JsonNode node, int length, String what, String places) {
        if (node == null || !node.isArray()) {
            refuse(at, node == null ? "missing" : "a list is wanted, not " + kind(node));
            return null;
        }
        if (length >= 0 && node.size() != length) {
            refuse(at, node.size() + " " + what + " for " + length + " " + places);
        }
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(at + "/" + i, node.get(i), 0);
        }
        return Vector.of(values);
    }

    /**
     * A layer's weights, one row per neuron. Nothing comes of them where the number of sources, or
     * any row, is wrong.
     */
    @Nullable Matrix weights(String at, @Nullable JsonNode node, int sources) {
        List<JsonNode> entries = list(at, node, 1, Limits.NEURONS, "neurons");
        double[][] rows = new double[entries.size()][];
        boolean whole = sources > 0 && rows.length > 0;
        for (int k = 0; k < rows.length; k++) {
            Vector row = vector(under(at, k), entries.get(k), sources, "weights", "sources");
            whole &= row != null && row.size() == sources;
            rows[k] = row == null ? new double[0] : row.toArray();
        }
        return whole ? Matrix.of(rows) : null;
    }

    /** The place of an entry of what is at {@code at}. */
    static String under(String at, Object entry) {
        return at.isEmpty() ? entry.toString() : at + "/" + entry;
    }

    private static String shown(JsonNode node) {
        String text = node.isNumber() ? node.toString() : kind(node);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case BINARY, POJO, MISSING -> "something else";
        };
    }
}
