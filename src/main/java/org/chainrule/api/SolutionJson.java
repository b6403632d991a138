package org.chainrule.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.States;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Worksheet;
import tools.jackson.core.JsonGenerator;

/** Writes a solution, number by number, so that the largest worksheet needs no tree in memory. */
final class SolutionJson {
    /** What is not written down on paper is given to as many digits as a double has. */
    private static final MathContext UNWRITTEN = new MathContext(17);

    /** Samples times parameters up to which each sample's own numbers are written unasked. */
    private static final int UNASKED = 100_000;

    private static final Map<Kind, String> STATE =
            Map.of(Kind.NU, "u", Kind.NM, "m", Kind.NV, "v", Kind.MH, "mHat", Kind.VH, "vHat");

    private final JsonGenerator json;
    private final Worksheet worksheet;
    private final boolean allSamples;
    private final Predicate<Quantity> given;
    private final Values values;

    private SolutionJson(
            JsonGenerator json,
            Worksheet worksheet,
            boolean allSamples,
            Predicate<Quantity> given) {
        this.json = json;
        this.given = given;
        this.worksheet = worksheet;
        this.allSamples = allSamples;
        values = worksheet.values();
    }

    /**
     * Writes the solution.
     *
     * @param allSamples whether each sample's own numbers are asked for, however many they are
     * @param given which numbers are written; the others are null
     */
    static void write(
            JsonGenerator json,
            Worksheet worksheet,
            boolean allSamples,
            Predicate<Quantity> given) {
        new SolutionJson(json, worksheet, allSamples, given).write();
    }

    private List<Layer> layers() {
        return worksheet.problem().network().layers();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("permalink", Permalink.link(Permalink.query(worksheet)));
        named("loss", Quantity.loss(), Values.BATCH);
        samples(worksheet.problem().samples().size());
        json.writeArrayPropertyStart("gradient");
        for (Layer layer : layers()) {
            json.writeStartObject();
            json.writeStringProperty("name", layer.name());
            edges("dw", Kind.DW, layer, Values.BATCH);
            biases("db", Kind.DB, layer, Values.BATCH);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("updated");
        for (Layer layer : layers()) {
            json.writeStartObject();
            json.writeStringProperty("name", layer.name());
            edges("weights", Kind.NW, layer, Values.BATCH);
            biases("biases", Kind.NB, layer, Values.BATCH);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (worksheet.problem().state().carried()) {
            state();
        }
        json.writeEndObject();
    }

    /** What the optimizer keeps after the update; of what is frozen nothing is. */
    private void state() {
        json.writeObjectPropertyStart("state");
        json.writeNumberProperty("t", worksheet.problem().state().updates() + 1);
        for (Kind kind : States.computed(worksheet.problem())) {
            json.writeArrayPropertyStart(STATE.get(kind));
            for (Layer layer : layers()) {
                json.writeStartObject();
                json.writeStringProperty("name", layer.name());
                kept("weights", kind, layer, layer.weightsFrozen());
                kept("biases", kind, layer, layer.biasesFrozen());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void kept(String name, Kind kind, Layer layer, boolean frozen) {
        if (frozen) {
            json.writeNullProperty(name);
        } else if (name.equals("weights")) {
            edges(name, kind, layer, Values.BATCH);
        } else {
            biases(name, kind, layer, Values.BATCH);
        }
    }

    private void samples(int count) {
        long numbers = (long) count * worksheet.problem().network().parameters();
        if (numbers > UNASKED && !allSamples) {
            json.writeNullProperty("samples");
            json.writeNumberProperty("samplesLeftOut", count);
            return;
        }
        json.writeArrayPropertyStart("samples");
        for (int s = 0; s < count; s++) {
            sample(s);
        }
        json.writeEndArray();
    }

    private void sample(int s) {
        json.writeStartObject();
        named("loss", Quantity.loss(), s);
        json.writeArrayPropertyStart("layers");
        for (Layer layer : layers()) {
            json.writeStartObject();
            json.writeStringProperty("name", layer.name());
            neurons("p", Kind.P, layer, s);
            neurons("z", Kind.Z, layer, s);
            neurons("dz", Kind.DZ, layer, s);
            neurons("dp", Kind.DP, layer, s);
            slopes(layer, s);
            edges("dw", Kind.DW, layer, s);
            biases("db", Kind.DB, layer, s);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("dx");
        for (int t = 1; t <= worksheet.problem().network().inputs(); t++) {
            number(Quantity.dx(t), s);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A softmax has no slope of each neuron, and a step none at all. */
    private void slopes(Layer layer, int s) {
        if (!layer.activation().hasSlope()) {
            json.writeNullProperty("slope");
        } else {
            neurons("slope", Kind.S, layer, s);
        }
    }

    private void neurons(String name, Kind kind, Layer layer, int s) {
        json.writeArrayPropertyStart(name);
        for (int k = 1; k <= layer.size(); k++) {
            number(new Quantity(kind, layer.name(), k, 0), s);
        }
        json.writeEndArray();
    }

    private void edges(String name, Kind kind, Layer layer, int s) {
        if (layer.isWeightless()) {
            json.writeNullProperty(name);
            return;
        }
        json.writeArrayPropertyStart(name);
        for (int k = 1; k <= layer.size(); k++) {
            json.writeStartArray();
            for (int t = 1; t <= layer.sources(); t++) {
                number(new Quantity(kind, layer.name(), k, t), s);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void biases(String name, Kind kind, Layer layer, int s) {
        if (layer.biases() == null) {
            json.writeNullProperty(name);
        } else {
            neurons(name, kind, layer, s);
        }
    }

    private void named(String name, Quantity quantity, int s) {
        json.writeName(name);
        number(quantity, s);
    }

    private void number(Quantity quantity, int s) {
        if (!given.test(quantity)) {
            json.writeNull();
            return;
        }
        Rounding paper = worksheet.paper();
        BigDecimal written = values.written(quantity, s);
        double value = values.value(quantity, s);
        if (written != null) {
            BigDecimal shown =
                    paper == null || paper.isWritten(quantity.kind())
                            ? written
                            : written.round(UNWRITTEN);
            BigDecimal stripped = shown.stripTrailingZeros();
            json.writeNumber(
                    stripped.scale() < 0 && stripped.precision() < 400
                            ? stripped.setScale(0)
                            : stripped);
        } else if (Double.isFinite(value)) {
            json.writeNumber(value == 0 ? 0.0 : value);
        } else {
            json.writeString(Double.toString(value));
        }
    }
}
