package org.chainrule.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.chainrule.document.Fault;
import org.chainrule.document.Fault.Noun;
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
    private final Places places = new Places();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    LinkReader(Map<String, String> parts) {
        this.parts = parts;
        left = new LinkedHashSet<>(parts.keySet());
    }

    Reading read() {
        version();
        if (!places.none()) {
            return places.refused();
        }
        title();
        String inputs = take("n");
        if (inputs != null) {
            number("n", inputs).ifPresent(value -> document.put("inputs", value));
        } else {
            refuse("n", Reason.MISSING);
        }
        layers();
        String loss = take("loss");
        if (loss != null) {
            document.put("loss", loss);
        }
        samples();
        String reduction = take("red");
        if (reduction != null) {
            document.put("reduction", reduction);
        }
        optimizer();
        paper();
        left.forEach(key -> refuse(Escapes.shown(key), Reason.UNKNOWN_PART));
        return places.none() ? WorksheetJson.read(document) : places.refused();
    }

    private @Nullable String take(String key) {
        left.remove(key);
        return parts.get(key);
    }

    private void refuse(String at, Reason reason, Object... values) {
        places.refuse(at, Fault.of(reason, values));
    }

    private void version() {
        String version = take("v");
        if (version == null) {
            refuse("v", Reason.NO_LINK_VERSION);
        } else if (!version.equals("1")) {
            refuse("v", Reason.VERSION, Escapes.shown(version));
        }
        document.put("version", 1);
    }

    private void title() {
        String text = take("t");
        if (text == null) {
            return;
        }
        String title = Escapes.unescape(text);
        if (title == null) {
            refuse("t", Reason.ESCAPE);
        } else {
            document.put("title", title);
        }
    }

    private void layers() {
        ArrayNode layers = document.putArray("layers");
        for (int number = 1; parts.containsKey("l" + number); number++) {
            layer(number, layers.addObject());
        }
        if (layers.isEmpty()) {
            refuse("l1", Reason.MISSING);
        }
    }

    private void layer(int number, ObjectNode layer) {
        String key = "l" + number;
        String[] fields = String.valueOf(take(key)).split(":", -1);
        if (fields.length != 3) {
            refuse(key, Reason.LAYER);
            return;
        }
        layer.put("name", fields[0]);
        int slope = fields[1].indexOf('~');
        layer.put("activation", slope < 0 ? fields[1] : fields[1].substring(0, slope));
        if (slope >= 0) {
            number(key, fields[1].substring(slope + 1))
                    .ifPresent(value -> layer.put("slope", value));
        }
        ArrayNode weights = layer.putArray("weights");
        for (String row : fields[2].split(";", -1)) {
            row(key, row, weights.addArray());
        }
        String biases = take("b" + number);
        if (biases != null) {
            row("b" + number, biases, layer.putArray("biases"));
        }
        String frozen = take("f" + number);
        if (frozen != null) {
            ArrayNode names = layer.putArray("frozen");
            List.of(frozen.split(",", -1)).forEach(names::add);
        }
    }

    private void samples() {
        String x = take("x");
        String y = take("y");
        if (x == null || y == null) {
            refuse(x == null ? "x" : "y", Reason.MISSING);
            return;
        }
        String[] inputs = x.split(";", -1);
        String[] targets = y.split(";", -1);
        if (inputs.length != targets.length) {
            refuse("y", Reason.ROWS, targets.length, Noun.ROWS, inputs.length, Noun.ROWS);
            return;
        }
        ArrayNode samples = document.putArray("samples");
        for (int s = 0; s < inputs.length; s++) {
            ObjectNode sample = samples.addObject();
            row("x", inputs[s], sample.putArray("x"));
            row("y", targets[s], sample.putArray("y"));
        }
    }

    private void optimizer() {
        String text = take("opt");
        if (text == null) {
            return;
        }
        String[] fields = text.split(":", -1);
        ObjectNode optimizer = document.putObject("optimizer");
        optimizer.put("type", fields[0]);
        boolean sgd = fields[0].equals("sgd") && (fields.length == 2 || fields.length == 5);
        boolean adam = fields[0].equals("adam") && fields.length == 5;
        if (!sgd && !adam) {
            refuse("opt", Reason.OPTIMIZER);
            return;
        }
        put(optimizer, "learningRate", fields[1]);
        if (adam) {
            put(optimizer, "beta1", fields[2]);
            put(optimizer, "beta2", fields[3]);
            put(optimizer, "epsilon", fields[4]);
        } else if (fields.length == 5) {
            put(optimizer, "momentum", fields[2]);
            optimizer.put("nesterov", fields[3].equals("nesterov"));
            if (!Set.of("nesterov", "plain").contains(fields[3])) {
                refuse("opt", Reason.NESTEROV, Escapes.shown(fields[3]));
            }
            put(optimizer, "weightDecay", fields[4]);
        }
    }

    private void put(ObjectNode node, String key, String text) {
        number("opt", text).ifPresent(value -> node.put(key, value));
    }

    private void paper() {
        String text = take("paper");
        if (text == null) {
            return;
        }
        String[] fields = text.split(",", -1);
        if (fields.length != 2) {
            refuse("paper", Reason.DECIMALS);
            return;
        }
        ObjectNode arithmetic = document.putObject("arithmetic");
        number("paper", fields[0]).ifPresent(value -> arithmetic.put("decimals", value));
        number("paper", fields[1]).ifPresent(value -> arithmetic.put("gradientDecimals", value));
    }

    private void row(String at, String text, ArrayNode row) {
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
