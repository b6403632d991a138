package org.chainrule.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.document.Fault.Shape;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.advice.Objection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the values of a document's fields and collects what is wrong with them. */
final class Fields {
    private final Places<Reading.Refusal> places = new Places<>();

    void refuse(String at, Reason reason, Object... values) {
        refuse(at, Fault.of(reason, values));
    }

    /** Refuses what could not be on the page either. */
    void refuse(String at, Optional<Objection> why) {
        why.ifPresent(known -> refuse(at, new Fault(known.reason(), known.values())));
    }

    void refuse(String at, Fault fault) {
        places.add(new Reading.Refusal(at, fault));
    }

    void refuse(Reading.Refused refused) {
        places.add(refused.refusals(), refused.more());
    }

    boolean none() {
        return places.none();
    }

    Reading.Refused refused() {
        return Reading.Refused.of(places);
    }

    void unknown(String at, String text, List<String> known) {
        refuse(at, Reason.CHOICE, text, known);
    }

    boolean isObject(String at, @Nullable JsonNode node, Set<String> keys) {
        if (node == null || !node.isObject()) {
            refuse(at, Shape.OBJECT, node);
            return false;
        }
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                refuse(under(at, Fault.shortened(key)), Reason.UNKNOWN_KEY);
            }
        }
        return true;
    }

    /** The entries of a list; none where it is refused. */
    List<JsonNode> list(String at, @Nullable JsonNode node, int least, int most, Noun what) {
        if (node == null || !node.isArray()) {
            refuse(at, Shape.LIST, node);
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            refuse(at, Reason.COUNT, node.size(), what, least, most);
            return List.of();
        }
        return List.copyOf(node.values());
    }

    String text(String at, @Nullable JsonNode node, String otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isString()) {
            refuse(at, Shape.TEXT, node);
            return otherwise;
        }
        return node.stringValue();
    }

    /** A whole number; −1 where it is refused. Without {@code otherwise} it must be there. */
    int integer(
            String at, @Nullable JsonNode node, int least, int most, @Nullable Integer otherwise) {
        if (node == null) {
            if (otherwise == null) {
                refuse(at, Reason.MISSING);
            }
            return otherwise == null ? -1 : otherwise;
        }
        double value = node.isNumber() ? value(node) : Double.NaN;
        if (value != Math.rint(value) || value < least || value > most) {
            refuse(at, Reason.WHOLE, least, most, shown(node));
            return -1;
        }
        return (int) value;
    }

    boolean flag(String at, @Nullable JsonNode node) {
        if (node != null && !node.isBoolean()) {
            refuse(at, Shape.FLAG, node);
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    double number(String at, @Nullable JsonNode node, double otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isNumber()) {
            refuse(at, Shape.NUMBER, node);
            return otherwise;
        }
        double value = value(node);
        if (!Double.isFinite(value)) {
            refuse(at, Reason.NOT_FINITE);
            return otherwise;
        }
        return value;
    }

    /** The nearest double; infinite where the number is larger than any. */
    private static double value(JsonNode number) {
        return number.numberValue().doubleValue();
    }

    /**
     * A row of numbers. Any length will do where {@code length} is negative, for what it should be
     * is unknown.
     */
    @Nullable Vector vector(
            String at, @Nullable JsonNode node, int length, Noun what, Noun places) {
        if (node == null || !node.isArray()) {
            refuse(at, Shape.LIST, node);
            return null;
        }
        if (length >= 0 && node.size() != length) {
            refuse(at, Reason.MISMATCH, node.size(), what, length, places);
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
        List<JsonNode> entries = list(at, node, 1, Limits.NEURONS, Noun.NEURONS);
        double[][] rows = new double[entries.size()][];
        boolean whole = sources > 0 && rows.length > 0;
        for (int k = 0; k < rows.length; k++) {
            Vector row = vector(under(at, k), entries.get(k), sources, Noun.WEIGHTS, Noun.SOURCES);
            whole &= row != null && row.size() == sources;
            rows[k] = row == null ? new double[0] : row.toArray();
        }
        return whole ? Matrix.of(rows) : null;
    }

    /**
     * The same of a matrix that has one row per source, as {@link #weights} gives it.
     *
     * @param sources −1 for as many as there are rows
     */
    @Nullable Matrix kernel(String at, @Nullable JsonNode node, int sources) {
        List<JsonNode> entries =
                sources < 0
                        ? list(at, node, 1, Limits.INPUTS, Noun.INPUTS)
                        : list(at, node, 0, Integer.MAX_VALUE, Noun.ROWS);
        if (node != null && node.isArray() && sources >= 0 && entries.size() != sources) {
            refuse(at, Reason.MISMATCH, entries.size(), Noun.ROWS, sources, Noun.SOURCES);
        }
        int neurons = entries.isEmpty() ? 0 : entries.getFirst().size();
        if (!entries.isEmpty() && entries.getFirst().isArray() && !isLayer(neurons)) {
            refuse(under(at, 0), Reason.COUNT, neurons, Noun.NEURONS, 1, Limits.NEURONS);
        }
        boolean whole = isLayer(neurons) && (sources < 0 || sources == entries.size());
        double[][] columns = new double[whole ? neurons : 0][entries.size()];
        for (int t = 0; t < entries.size(); t++) {
            Vector row = vector(under(at, t), entries.get(t), neurons, Noun.WEIGHTS, Noun.NEURONS);
            whole &= row != null && row.size() == columns.length;
            for (int k = 0; whole && row != null && k < columns.length; k++) {
                columns[k][t] = row.at(k);
            }
        }
        return whole ? Matrix.of(columns) : null;
    }

    private static boolean isLayer(int neurons) {
        return neurons >= 1 && neurons <= Limits.NEURONS;
    }

    /** A layer's biases: a list, a column of rows with one number each, or one row. */
    @Nullable Vector biases(String at, JsonNode node, int neurons) {
        if (!node.isArray() || node.isEmpty() || !node.get(0).isArray()) {
            return vector(at, node, neurons, Noun.BIASES, Noun.NEURONS);
        }
        if (node.size() == 1 && node.get(0).size() != 1) {
            return vector(under(at, 0), node.get(0), neurons, Noun.BIASES, Noun.NEURONS);
        }
        if (neurons >= 0 && node.size() != neurons) {
            refuse(at, Reason.MISMATCH, node.size(), Noun.BIASES, neurons, Noun.NEURONS);
        }
        double[] values = new double[node.size()];
        for (int k = 0; k < values.length; k++) {
            Vector one = vector(under(at, k), node.get(k), 1, Noun.BIASES, Noun.NEURONS);
            values[k] = one == null || one.size() != 1 ? 0 : one.at(0);
        }
        return Vector.of(values);
    }

    /** The place of an entry of what is at {@code at}. */
    static String under(String at, Object entry) {
        return at.isEmpty() ? entry.toString() : at + "/" + entry;
    }

    private void refuse(String at, Shape wanted, @Nullable JsonNode node) {
        if (node == null) {
            refuse(at, Reason.MISSING);
        } else {
            refuse(at, Reason.KIND, wanted, kind(node));
        }
    }

    /** A number as it is written, or what else this is. */
    static Object shown(JsonNode node) {
        return node.isNumber() && Double.isFinite(value(node))
                ? Fault.shortened(node.toString())
                : kind(node);
    }

    private static Shape kind(JsonNode node) {
        return node.isNumber() && !Double.isFinite(value(node))
                ? Shape.LARGE_NUMBER
                : switch (node.getNodeType()) {
                    case ARRAY -> Shape.LIST;
                    case OBJECT -> Shape.OBJECT;
                    case STRING -> Shape.TEXT;
                    case NUMBER -> Shape.NUMBER;
                    case BOOLEAN -> Shape.FLAG;
                    case NULL -> Shape.NULL;
                    case BINARY, POJO, MISSING -> Shape.OTHER;
                };
    }
}
