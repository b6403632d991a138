package org.chainrule.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chainrule.document.Bare.Found;
import org.chainrule.document.Bare.Part;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Brought.Assumption.Kind;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads weights that were found, in the orientation that they say or that fits. */
final class WeightsJson {
    private final Orientation way;
    private final Fields fields = new Fields();
    private final List<Bare> layers = new ArrayList<>();
    private int sources = -1;

    private WeightsJson(Orientation way) {
        this.way = way;
    }

    /**
     * The present worksheet with these weights; a question where they fit in either orientation.
     *
     * @param chosen the answer to that question
     */
    static Brought read(Found found, Worksheet present, @Nullable Orientation chosen) {
        int rows = found.misfits(Orientation.ROWS);
        int columns = found.misfits(Orientation.COLUMNS);
        if (found.known() != null) {
            return read(found, present, found.known(), Kind.of(found.known()));
        }
        if (chosen != null || rows > 0 || columns > 0) {
            Orientation way =
                    chosen != null
                            ? chosen
                            : columns < rows ? Orientation.COLUMNS : Orientation.ROWS;
            return read(found, present, way, Kind.of(way));
        }
        Brought asRows = read(found, present, Orientation.ROWS, Kind.ROWS);
        Brought asColumns = read(found, present, Orientation.COLUMNS, Kind.COLUMNS);
        return asRows instanceof Brought.Weights byRow
                        && asColumns instanceof Brought.Weights byColumn
                ? either(byRow, byColumn, present)
                : asRows;
    }

    /** Asks, unless both are the same or the present network's sizes tell. */
    private static Brought either(
            Brought.Weights asRows, Brought.Weights asColumns, Worksheet present) {
        Function<Worksheet, String> shape =
                worksheet -> Brought.shape(worksheet.problem().network());
        String rows = shape.apply(asRows.worksheet());
        String columns = shape.apply(asColumns.worksheet());
        boolean same = asRows.worksheet().equals(asColumns.worksheet());
        if (same || rows.equals(columns)) {
            return same ? asRows : new Brought.Either(asRows, asColumns);
        }
        String now = shape.apply(present);
        if (rows.equals(now)) {
            return asRows.saying(new Assumption(Kind.ROWS_BY_SIZE, List.of(rows, columns)));
        }
        return columns.equals(now)
                ? asColumns.saying(new Assumption(Kind.COLUMNS_BY_SIZE, List.of(columns, rows)))
                : new Brought.Either(asRows, asColumns);
    }

    private static Brought read(Found found, Worksheet present, Orientation way, Kind said) {
        WeightsJson reader = new WeightsJson(way);
        reader.read(found);
        if (!reader.fields.none()) {
            return Brought.Refused.of(reader.fields.refused());
        }
        List<Assumption> assumptions = new ArrayList<>(found.said());
        assumptions.addFirst(new Assumption(said, List.of()));
        return WeightsFit.of(reader.layers, found.saysBiases(), present, assumptions);
    }

    private void read(Found found) {
        if (found.refused() != null) {
            fields.refuse(found.refused());
        }
        int count = found.parts().size();
        if (count > Limits.LAYERS) {
            fields.refuse("", Reason.COUNT, count, Noun.MATRICES, 1, Limits.LAYERS);
            return;
        }
        found.parts().forEach(this::layer);
        int parameters = layers.stream().mapToInt(Bare::parameters).sum();
        if (fields.none()) {
            fields.refuse("", Refusals.parameters(parameters));
        }
    }

    private void layer(Part part) {
        Matrix matrix =
                switch (way) {
                    case ROWS -> rows(part);
                    case COLUMNS -> fields.kernel(part.at(), part.weights(), sources);
                };
        int neurons = way.neurons(part);
        Vector biases =
                part.biases() == null
                        ? null
                        : fields.biases(part.biasesAt(), part.biases(), neurons);
        sources = neurons;
        if (matrix != null) {
            layers.add(new Bare(matrix, biases));
        }
    }

    private @Nullable Matrix rows(Part part) {
        JsonNode weights = part.weights();
        if (sources < 0 && weights != null && weights.isArray()) {
            sources = inputs(part.at(), weights);
        }
        return fields.weights(part.at(), weights, sources);
    }

    /** The number of inputs, by the first row of the first matrix; −1 where that is refused. */
    private int inputs(String at, JsonNode weights) {
        int inputs = weights.path(0).size();
        if (weights.path(0).isArray() && (inputs < 1 || inputs > Limits.INPUTS)) {
            fields.refuse(Fields.under(at, 0), Reason.INPUTS, inputs, Limits.INPUTS);
            return -1;
        }
        return weights.path(0).isArray() ? inputs : -1;
    }
}
