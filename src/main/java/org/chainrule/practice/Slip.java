package org.chainrule.practice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way to go wrong in one line, as {@code docs/practice.md} lists them. */
public enum Slip {
    LOSS_FACTOR,
    LOSS_SIGN,
    LOSS_TIMES_Z,
    TARGET_FOR_ACTIVATION,
    LOSS_OTHER,
    LOSS_ITSELF,

    SLOPE_LEFT_OUT,
    SLOPE_TWICE,
    SLOPE_NOT_CANCELLED,
    SLOPE_AT_Z,
    SLOPE_P_FOR_G,
    SLOPE_P_FOR_G_UNSIGNED,
    SLOPE_Z,
    SLOPE_ONE_MINUS_Z,
    SLOPE_SIGN,
    SLOPE_OTHER_NEURON,
    SLOPE_OTHER_ACTIVATION,
    RELU_OPEN,
    RELU_P,
    RELU_GATE_INCOMING,
    SOFTMAX_DIAGONAL,
    SOFTMAX_TARGET_SCALED,

    PATH_ONE,
    PATH_TWICE,
    PATH_PRODUCT,
    PATH_INDEX,
    WEIGHT_TRANSPOSED,
    WEIGHT_LEFT_OUT,
    WEIGHT_SHARES,
    ACTIVATION_FOR_ERROR,
    WEIGHT_UPDATED,

    INCOMING_LEFT_OUT,
    INCOMING_TWICE,
    INFLOW_LEFT_OUT,
    INFLOW_RECEIVER,
    P_FOR_Z,
    Z_FOR_P,
    OUTER_TRANSPOSED,

    NEIGHBOUR,
    DP_FOR_DZ,
    DZ_FOR_DP,
    UPDATED_FOR_GRADIENT,
    GRADIENT_FOR_UPDATED,
    STEP_FOR_GRADIENT,
    GIVEN_MISREAD,
    OWN_VALUE,
    BIAS_GRADIENT_ZERO,
    OUTPUT_NUDGED,

    UPDATE_SIGN,
    RATE_LEFT_OUT,
    UPDATE_BY_DZ,
    WEIGHT_AND_BIAS_ADDED,
    BIAS_NOT_UPDATED,
    MEAN_LEFT_OUT,
    MEAN_TWICE,
    MEAN_AXIS,

    BIAS_LEFT_OUT,
    BIAS_TWICE,
    ACTIVATION_LEFT_OUT,
    ACTIVATION_TWICE,
    WEIGHTS_BY_COLUMNS,

    CUT,
    DECIMAL_SLIP,
    SIGN,
    DIGITS_EXCHANGED;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Whether it is one of attention, which needs no thinking over. */
    public boolean isOfAttention() {
        return switch (this) {
            case NEIGHBOUR, CUT, DECIMAL_SLIP, SIGN, DIGITS_EXCHANGED -> true;
            default -> false;
        };
    }

    /** Its id in the interface. */
    public String id() {
        return id;
    }

    /** The slip of this id, or nothing. */
    public static Optional<Slip> of(String id) {
        return Arrays.stream(values()).filter(slip -> slip.id.equals(id)).findFirst();
    }
}
