package org.chainrule.document;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One layer's weights, row k those of neuron k, and its biases where there are some. */
record Bare(Matrix weights, @Nullable Vector biases) {
    int parameters() {
        return weights.rows() * weights.columns() + (biases == null ? 0 : biases.size());
    }

    /** One layer's weights and biases as they stand in a tree, unread. */
    record Part(String at, @Nullable JsonNode weights, String biasesAt, @Nullable JsonNode biases) {
        /** The numbers of a matrix's rows, or −1 where there is none. */
        int rows() {
            return weights == null || !weights.isArray() ? -1 : weights.size();
        }

        /** How many numbers its first row has, or −1. */
        int columns() {
            return weights == null || rows() < 1 || !weights.get(0).isArray()
                    ? -1
                    : weights.get(0).size();
        }

        /** How many numbers stand in the biases: in a list, a row or a column; −1 without. */
        int biasCount() {
            if (biases == null || !biases.isArray()) {
                return -1;
            }
            boolean row = biases.size() == 1 && biases.get(0).isArray();
            return row ? biases.get(0).size() : biases.size();
        }
    }

    /**
     * Weights of a form that is known, unread.
     *
     * @param parts first layer to last
     * @param known how the matrices lie, where the form says so
     * @param saysBiases whether a layer without biases is meant to have none
     * @param said what was assumed or left aside in finding them
     * @param refused what stands among them and is no part of the form
     */
    record Found(
            List<Part> parts,
            @Nullable Orientation known,
            boolean saysBiases,
            List<Assumption> said,
            Reading.@Nullable Refused refused) {
        Found {
            parts = List.copyOf(parts);
            said = List.copyOf(said);
        }

        Found(List<Part> parts, @Nullable Orientation known, boolean saysBiases) {
            this(parts, known, saysBiases, List.of(), null);
        }

        Found saying(Assumption more) {
            List<Assumption> all = new ArrayList<>(said);
            all.add(more);
            return new Found(parts, known, saysBiases, all, refused);
        }

        Found without(Reading.Refused unknown) {
            return new Found(parts, known, saysBiases, said, unknown);
        }

        /** At how many places the sizes do not fit together where the matrices lie so. */
        int misfits(Orientation way) {
            int misfits = 0;
            int sources = -1;
            for (Part part : parts) {
                int neurons = way.neurons(part);
                misfits += sources >= 0 && way.sources(part) != sources ? 1 : 0;
                misfits += part.biasCount() >= 0 && part.biasCount() != neurons ? 1 : 0;
                sources = neurons;
            }
            return misfits;
        }
    }
}
