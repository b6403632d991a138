package org.chainrule.derivation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The name of one number on a worksheet.
 *
 * @param layer the name of its layer; empty for inputs, targets, J and the learning rate
 * @param k the receiving neuron, target or input, from 1; 0 for J and the learning rate
 * @param t the source, from 1; 0 where there is none
 */
public record Quantity(Kind kind, String layer, int k, int t) {

    /** What a number is of its neuron, edge or worksheet. */
    public enum Kind {
        X("x", Place.INDEX),
        Y("y", Place.INDEX),
        W("w", Place.EDGE),
        B("b", Place.NEURON),
        P("p", Place.NEURON),
        Z("z", Place.NEURON),
        /** The slope g′(p); a neuron of a softmax layer has none, nor has a step. */
        S("s", Place.NEURON),
        DZ("dz", Place.NEURON),
        DP("dp", Place.NEURON),
        DW("dw", Place.EDGE),
        DB("db", Place.NEURON),
        NW("nw", Place.EDGE),
        NB("nb", Place.NEURON),
        /** The velocity that the updates before have left, of a weight or a bias. */
        U("u", Place.PARAMETER),
        /** Adam's mean of gradients before the update. */
        M("m", Place.PARAMETER),
        /** The mean of squared gradients before the update. */
        V("v", Place.PARAMETER),
        /** The velocity after the update. */
        NU("nu", Place.PARAMETER),
        NM("nm", Place.PARAMETER),
        NV("nv", Place.PARAMETER),
        /** Adam's mean of gradients, corrected for its beginning at 0. */
        MH("mh", Place.PARAMETER),
        VH("vh", Place.PARAMETER),
        DX("dx", Place.INDEX),
        J("J", Place.WORKSHEET),
        LR("lr", Place.WORKSHEET);

        private final String key;
        private final Place place;

        Kind(String key, Place place) {
            this.key = key;
            this.place = place;
        }
    }

    private enum Place {
        INDEX,
        NEURON,
        EDGE,
        /** An edge's or, without a source, a neuron's. */
        PARAMETER,
        WORKSHEET
    }

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "([a-z]{1,2}|J)(?:\\.([a-z][a-z0-9]{0,11}))?(?:\\.([1-9][0-9]{0,3}))?(?:\\.([1-9][0-9]{0,3}))?");

    public static Quantity x(int t) {
        return new Quantity(Kind.X, "", t, 0);
    }

    public static Quantity y(int k) {
        return new Quantity(Kind.Y, "", k, 0);
    }

    public static Quantity w(String layer, int k, int t) {
        return new Quantity(Kind.W, layer, k, t);
    }

    public static Quantity b(String layer, int k) {
        return new Quantity(Kind.B, layer, k, 0);
    }

    public static Quantity p(String layer, int k) {
        return new Quantity(Kind.P, layer, k, 0);
    }

    public static Quantity z(String layer, int k) {
        return new Quantity(Kind.Z, layer, k, 0);
    }

    public static Quantity slope(String layer, int k) {
        return new Quantity(Kind.S, layer, k, 0);
    }

    public static Quantity dz(String layer, int k) {
        return new Quantity(Kind.DZ, layer, k, 0);
    }

    public static Quantity dp(String layer, int k) {
        return new Quantity(Kind.DP, layer, k, 0);
    }

    public static Quantity dw(String layer, int k, int t) {
        return new Quantity(Kind.DW, layer, k, t);
    }

    public static Quantity db(String layer, int k) {
        return new Quantity(Kind.DB, layer, k, 0);
    }

    public static Quantity nw(String layer, int k, int t) {
        return new Quantity(Kind.NW, layer, k, t);
    }

    public static Quantity nb(String layer, int k) {
        return new Quantity(Kind.NB, layer, k, 0);
    }

    public static Quantity dx(int t) {
        return new Quantity(Kind.DX, "", t, 0);
    }

    public static Quantity loss() {
        return new Quantity(Kind.J, "", 0, 0);
    }

    public static Quantity learningRate() {
        return new Quantity(Kind.LR, "", 0, 0);
    }

    /**
     * The parameter that this is, or whose gradient, updated value or state it is; of any other
     * number null.
     */
    public @Nullable Quantity parameter() {
        return switch (kind) {
            case W, DW, NW -> as(Kind.W);
            case B, DB, NB -> as(Kind.B);
            case U, M, V, NU, NM, NV, MH, VH -> as(t > 0 ? Kind.W : Kind.B);
            case X, Y, P, Z, S, DZ, DP, DX, J, LR -> null;
        };
    }

    /** The quantity of this address, or nothing: {@code w.hid.1.2}, {@code x.1}, {@code J}. */
    public static Optional<Quantity> parse(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String layer = matcher.group(2) == null ? "" : matcher.group(2);
        int k = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int t = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        for (Kind kind : Kind.values()) {
            Quantity found = new Quantity(kind, layer, k, t);
            if (kind.key.equals(matcher.group(1)) && found.isWellFormed()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private boolean isWellFormed() {
        return switch (kind.place) {
            case WORKSHEET -> layer.isEmpty() && k == 0 && t == 0;
            case INDEX -> layer.isEmpty() && k > 0 && t == 0;
            case NEURON -> !layer.isEmpty() && k > 0 && t == 0;
            case EDGE -> !layer.isEmpty() && k > 0 && t > 0;
            case PARAMETER -> !layer.isEmpty() && k > 0;
        };
    }

    /** Its one address in the program, the page, links and documents. */
    public String address() {
        return switch (kind.place) {
            case WORKSHEET -> kind.key;
            case INDEX -> kind.key + "." + k;
            case NEURON -> kind.key + "." + layer + "." + k;
            case EDGE -> kind.key + "." + layer + "." + k + "." + t;
            case PARAMETER -> kind.key + "." + layer + "." + k + (t > 0 ? "." + t : "");
        };
    }

    /** Whether {@code problem} has such a number. */
    public boolean existsIn(Problem problem) {
        return kind.place == Place.PARAMETER
                ? States.has(problem, this)
                : existsIn(problem.network());
    }

    /** Whether {@code network} has such a number by itself: what an optimizer keeps, none has. */
    public boolean existsIn(Network network) {
        if (kind.place == Place.WORKSHEET || kind.place == Place.PARAMETER) {
            return kind.place == Place.WORKSHEET;
        }
        if (kind.place == Place.INDEX) {
            return k <= (kind == Kind.Y ? network.outputs() : network.inputs());
        }
        int l = network.indexOf(layer);
        if (l < 0) {
            return false;
        }
        Layer found = network.layer(l);
        boolean bias = kind == Kind.B || kind == Kind.DB || kind == Kind.NB;
        boolean missing =
                (bias && found.biases() == null)
                        || (kind == Kind.S && !found.activation().hasSlope());
        return k <= found.size() && t <= found.sources() && !missing;
    }

    /** Whether a student can set it: inputs, targets, parameters and the learning rate. */
    public boolean isEditable() {
        return switch (kind) {
            case X, Y, W, B, LR -> true;
            case P, Z, S, DZ, DP, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, J -> false;
        };
    }

    /** Whether it is given, not computed: by a student, or by the updates before. */
    public boolean isGiven() {
        return isEditable() || kind == Kind.U || kind == Kind.M || kind == Kind.V;
    }

    /** Whether an optimizer keeps it from update to update, or works it out from what it keeps. */
    public boolean isOfState() {
        return kind.place == Place.PARAMETER;
    }

    /** Whether it is a weight or a bias. */
    public boolean isParameter() {
        return kind == Kind.W || kind == Kind.B;
    }

    /** Whether each sample has its own: the rest belong to the batch. */
    public boolean isOfSample() {
        return switch (kind) {
            case X, Y, P, Z, S, DZ, DP, DX -> true;
            case W, B, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, J, LR -> false;
        };
    }

    /** The same neuron's or edge's number of another kind: the weight of a weight gradient, say. */
    public Quantity as(Kind other) {
        return new Quantity(other, layer, k, t);
    }

    @Override
    public String toString() {
        return address();
    }
}
