package org.chainrule.document;

/** How a matrix of weights lies. */
public enum Orientation {
    /** Row k is what neuron k receives, as in this program and in PyTorch. */
    ROWS,
    /** Column k is what neuron k receives, as in Keras and scikit-learn. */
    COLUMNS;

    int neurons(Bare.Part part) {
        return this == ROWS ? part.rows() : part.columns();
    }

    int sources(Bare.Part part) {
        return this == ROWS ? part.columns() : part.rows();
    }
}
