package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Activation;
import org.chainrule.engine.GradientCheck;
import org.chainrule.engine.Nudge;
import org.chainrule.engine.Problem;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/** J along one parameter, in the unit square: the shape of {@code loss-curve.ts}. */
record Curve(
        String label,
        String xLabel,
        String yLabel,
        List<List<@Nullable Double>> points,
        List<Double> point,
        List<List<Double>> tangent,
        @Nullable List<List<Double>> step,
        @Nullable Secant secant,
        String slopeText,
        String stepText,
        List<Tick> xTicks,
        List<Tick> yTicks) {
    private static final int POINTS = 60;

    /** Multiplications that a curve may cost; larger networks get fewer points. */
    private static final long WORK = 20_000_000;

    /** Multiplications that take a millisecond or less. */
    private static final long CHEAP = 500_000;

    /** Multiplications that a function of a number is worth. */
    private static final long FUNCTION = 20;

    /** A share of half the width below which the secant's two points are one to the eye. */
    private static final double VISIBLE = 0.03;

    record Tick(double at, String text) {}

    /** The line through the two points of a nudge. */
    record Secant(List<List<Double>> line, List<List<Double>> points, String text) {}

    /**
     * The curve of a parameter, or null where J is not finite there.
     *
     * @param nudge of which the secant is drawn, or null
     */
    static @Nullable Curve of(Shown shown, Quantity parameter, @Nullable Nudge nudge) {
        GradientCheck check = check(shown, parameter);
        boolean weight = parameter.kind() == Kind.W;
        double value = check.value();
        double loss = shown.exact().trace().loss();
        double slope = check.gradient();
        double next = shown.exact().value(parameter.as(weight ? Kind.NW : Kind.NB), Values.BATCH);
        if (!Double.isFinite(loss) || !Double.isFinite(slope) || !Double.isFinite(next)) {
            return null;
        }
        double span = Math.max(1, 1.5 * Math.abs(next - value));
        return new Plot(shown, parameter, nudge, value, loss, slope, next, span)
                .curve(check, points(shown));
    }

    static GradientCheck check(Shown shown, Quantity parameter) {
        return new GradientCheck(
                shown.exact().trace(),
                shown.network().indexOf(parameter.layer()),
                parameter.k() - 1,
                parameter.kind() == Kind.W ? parameter.t() - 1 : -1);
    }

    /** Whether a curve costs no more than a click may. */
    static boolean isCheap(Shown shown) {
        return costOfPoint(shown) * points(shown) <= CHEAP;
    }

    private static int points(Shown shown) {
        return Math.clamp(WORK / costOfPoint(shown), 8, POINTS);
    }

    private static long costOfPoint(Shown shown) {
        Problem problem = shown.problem();
        long outputs = problem.network().outputs();
        // ln(1 − z) of a softmax is the logarithm of the sum of all others, for each of them.
        boolean pairs =
                problem.loss().isBinary()
                        && problem.network().last().activation() == Activation.SOFTMAX;
        long ofSample = problem.network().parameters() + (pairs ? FUNCTION * outputs * outputs : 0);
        return Math.max(1, ofSample) * problem.samples().size();
    }

    /** The scales of one curve. */
    private record Plot(
            Shown shown,
            Quantity parameter,
            @Nullable Nudge nudge,
            double value,
            double loss,
            double slope,
            double next,
            double span) {

        Curve curve(GradientCheck check, int points) {
            double[] losses = new double[points + 1];
            double low = loss;
            double high = loss;
            for (int i = 0; i <= points; i++) {
                losses[i] = check.loss(value - span + 2 * span * i / points);
                if (Double.isFinite(losses[i])) {
                    low = Math.min(low, losses[i]);
                    high = Math.max(high, losses[i]);
                }
            }
            double room = Math.max((high - low) * 0.12, 1e-9 + Math.abs(loss) * 1e-3);
            return scaled(losses, low - room, high + room);
        }

        private Curve scaled(double[] losses, double low, double high) {
            List<List<@Nullable Double>> points = new ArrayList<>();
            for (int i = 0; i < losses.length; i++) {
                List<@Nullable Double> point = new ArrayList<>();
                point.add(rounded((double) i / (losses.length - 1)));
                point.add(
                        Double.isFinite(losses[i])
                                ? rounded((losses[i] - low) / (high - low))
                                : null);
                points.add(point);
            }
            double y = (loss - low) / (high - low);
            String loss = shown.view().notation().loss();
            String name = shown.name(parameter);
            String stepLength =
                    shown.numbers().format(next - value, Math.max(4, shown.view().digits()));
            String slopeLength = shown.numbers().format(slope, shown.view().digits());
            Secant secant = secant(low, high);
            return new Curve(
                    shown.words().of("curve.label", loss, name, slopeLength, stepLength)
                            + (secant == null ? "" : "; " + secant.text()),
                    name,
                    loss,
                    points,
                    List.of(0.5, rounded(y)),
                    line(y, slope * 2 * span / (high - low)),
                    next == value
                            ? null
                            : List.of(
                                    List.of(0.5, rounded(y)),
                                    List.of(rounded(x(next)), rounded(y))),
                    secant,
                    shown.words().of("curve.slope", slopeLength),
                    shown.words().of("curve.step", stepLength),
                    List.of(
                            tick(0.04, value - span * 0.92),
                            tick(0.5, value),
                            tick(0.9, value + span * 0.8)),
                    List.of(
                            new Tick(0.06, shown.numbers().format(low + 0.06 * (high - low), 2)),
                            new Tick(0.94, shown.numbers().format(low + 0.94 * (high - low), 2))));
        }

        /** Null where the two points are not on the plot, or too near to be told apart. */
        private @Nullable Secant secant(double low, double high) {
            if (nudge == null || !nudge.isFinite() || nudge.h() < VISIBLE * span) {
                return null;
            }
            double below = (nudge.below() - low) / (high - low);
            double above = (nudge.above() - low) / (high - low);
            double reach = nudge.h() / (2 * span);
            if (Math.min(below, above) < 0 || Math.max(below, above) > 1) {
                return null;
            }
            double slope = (above - below) / (2 * reach);
            return new Secant(
                    line((below + above) / 2, slope),
                    List.of(
                            List.of(rounded(0.5 - reach), rounded(below)),
                            List.of(rounded(0.5 + reach), rounded(above))),
                    shown.words()
                            .of(
                                    "curve.secant",
                                    shown.numbers().full(nudge.h()),
                                    shown.numbers()
                                            .format(nudge.central(), shown.view().digits())));
        }

        private Tick tick(double at, double x) {
            return new Tick(at, shown.numbers().format(x, 2));
        }

        private double x(double parameter) {
            return (parameter - value + span) / (2 * span);
        }

        /** The line through (½, y), as far as it stays within the square and near its middle. */
        private static List<List<Double>> line(double y, double slope) {
            double up = slope == 0 ? 0.3 : Math.min(0.3, (slope > 0 ? 1 - y : y) / Math.abs(slope));
            double down =
                    slope == 0 ? 0.3 : Math.min(0.3, (slope > 0 ? y : 1 - y) / Math.abs(slope));
            return List.of(
                    List.of(rounded(0.5 - down), rounded(y - down * slope)),
                    List.of(rounded(0.5 + up), rounded(y + up * slope)));
        }

        private static double rounded(double value) {
            return Math.rint(value * 1e4) / 1e4;
        }
    }
}
