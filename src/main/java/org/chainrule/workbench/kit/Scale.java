package org.chainrule.workbench.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chainrule.notation.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * An axis: from numbers to the unit interval, with ticks at round numbers.
 *
 * @param low what stands at 0, or its logarithm
 * @param high what stands at 1, or its logarithm
 */
public record Scale(double low, double high, boolean logarithmic, List<Tick> ticks) {
    private static final int INTERVALS = 4;

    /** A mark on an axis: a place in the unit interval and its text. */
    public record Tick(double at, String text) {}

    /** From {@code low} to {@code high}, and from 0 where that is near. */
    public static Scale linear(double low, double high, Numbers numbers) {
        double near = low > 0 && low < 0.6 * high ? 0 : low;
        double room = Math.max((high - near) * 0.04, Math.abs(high) * 1e-9 + 1e-12);
        return exactly(near == 0 ? 0 : near - room, high + room, numbers);
    }

    /** From {@code low} to {@code high} and no further. */
    public static Scale exactly(double low, double high, Numbers numbers) {
        Scale bare = new Scale(low, high, false, List.of());
        double step = step((high - low) / INTERVALS);
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(bare.tick(i * step, decimals, numbers));
        }
        return new Scale(low, high, false, List.copyOf(ticks));
    }

    private Tick tick(double value, int decimals, Numbers numbers) {
        boolean plain = decimals <= 5 && Math.abs(value) < 1e6;
        String text = plain ? numbers.format(value, decimals) : scientific(value, numbers);
        return new Tick(rounded(place(value)), text);
    }

    /** Ticks are round: one digit, or two. */
    private static String scientific(double value, Numbers numbers) {
        String one = numbers.significant(value, 1);
        String two = numbers.significant(value, 2);
        return two.contains(".0e") || two.contains(",0e") || value == 0 ? one : two;
    }

    /** Epochs: from 0, whole. */
    public static Scale epochs(int most, Numbers numbers) {
        double high = Math.max(1, most);
        Scale bare = new Scale(0, high, false, List.of());
        long step = Math.max(1, Math.round(step(high / INTERVALS)));
        List<Tick> ticks =
                LongStream.rangeClosed(0, (long) high / step)
                        .mapToObj(i ->
                                new Tick(
                                        rounded(bare.place(i * (double) step)),
                                        numbers.grouped(i * step)))
                        .toList();
        return new Scale(0, high, false, ticks);
    }

    /** The least of 1, 2 and 5 times a power of ten that is no less than {@code wanted}. */
    private static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double factor = wanted / power;
        return (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power;
    }

    /** A logarithmic one; both ends are positive. */
    public static Scale logarithmic(double low, double high, Numbers numbers) {
        double from = Math.log10(low);
        double to = Math.max(Math.log10(high), from + 0.1);
        double room = (to - from) * 0.04;
        Scale bare = new Scale(from - room, to + room, true, List.of());
        int first = (int) Math.ceil(bare.low);
        int last = (int) Math.floor(bare.high);
        if (last - first < 1) {
            return new Scale(bare.low, bare.high, true, bare.within(numbers));
        }
        int apart = Math.ceilDiv(last - first, INTERVALS + 1);
        List<Tick> ticks =
                IntStream.rangeClosed(first, last)
                        .filter(e -> Math.floorMod(e, apart) == 0)
                        .mapToObj(e -> bare.power(e, numbers))
                        .toList();
        return new Scale(bare.low, bare.high, true, ticks);
    }

    private Tick power(int exponent, Numbers numbers) {
        double value = Math.pow(10, exponent);
        String text =
                exponent >= -4 && exponent <= 5
                        ? numbers.format(value, Math.max(0, -exponent))
                        : numbers.significant(value, 1);
        return new Tick(rounded(place(value)), text);
    }

    /** Ticks for less than two powers of ten. */
    private List<Tick> within(Numbers numbers) {
        List<Tick> ticks = new ArrayList<>();
        double power = Math.pow(10, Math.floor(low));
        for (int decade = 0; decade < 3; decade++, power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                double at = place(factor * power);
                if (at >= 0 && at <= 1) {
                    ticks.add(new Tick(rounded(at), numbers.significant(factor * power, 1)));
                }
            }
        }
        return ticks;
    }

    private double place(double value) {
        return ((logarithmic ? Math.log10(value) : value) - low) / (high - low);
    }

    /** Where {@code value} stands; null where it has no place. */
    public @Nullable Double of(double value) {
        double at = place(value);
        return Double.isFinite(at) ? rounded(at) : null;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
