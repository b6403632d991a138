package org.chainrule.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Brought.Assumption.Kind;

/**
 * The order of layers that have come in any: by the numbers in their names where these differ in
 * nothing else, or as their sizes fit together.
 */
final class LayerOrder {
    private static final Pattern NUMBER = Pattern.compile("[0-9]++");
    private static final Pattern FIRST = Pattern.compile("(?i)(?:.*[._/])?(?:in|input)\\w*");
    private static final Pattern LAST =
            Pattern.compile("(?i)(?:.*[._/])?(?:out|head|final|last|classifier|logits)\\w*");
    private static final Comparator<String> BY_NUMBERS =
            (one, other) -> Arrays.compare(numbers(one), numbers(other), LayerOrder::compare);

    /** A layer by its name, with how many sources and neurons it has. */
    record Layer(String name, int sources, int neurons) {}

    /**
     * Layers in order.
     *
     * @param indices into the layers as given
     * @param said that sizes decided, or that they did not
     */
    record Ordered(List<Integer> indices, Optional<Assumption> said) {}

    private final List<Layer> layers;
    private final int[] before;
    private final byte[][] ways;

    private LayerOrder(List<Layer> layers, boolean byRank) {
        this.layers = layers;
        before = new int[layers.size()];
        ways = new byte[1 << layers.size()][layers.size()];
        for (byte[] row : ways) {
            Arrays.fill(row, (byte) -1);
        }
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < before.length; j++) {
                before[i] |= precedes(layers.get(j), layers.get(i), byRank) ? 1 << j : 0;
            }
        }
    }

    /** {@code layers}, 12 at most, in order. */
    static Ordered of(List<Layer> layers) {
        List<Integer> given = IntStream.range(0, layers.size()).boxed().toList();
        List<Integer> sorted = sorted(layers);
        if (layers.stream().map(layer -> skeleton(layer.name())).distinct().count() == 1) {
            return new Ordered(sorted, Optional.empty());
        }
        List<Layer> start = sorted.stream().map(layers::get).toList();
        LayerOrder order = new LayerOrder(start, true);
        int ways = order.ways();
        if (ways == 0) {
            order = new LayerOrder(start, false);
            ways = order.ways();
        }
        if (ways == 0) {
            return new Ordered(sorted, Optional.empty());
        }
        List<Integer> chain = order.chain().stream().map(sorted::get).toList();
        return new Ordered(chain, said(layers, chain, ways > 1, chain.equals(given)));
    }

    private static Optional<Assumption> said(
            List<Layer> layers, List<Integer> chain, boolean several, boolean asGiven) {
        List<String> names =
                chain.stream().map(i -> Fault.shortened(layers.get(i).name())).toList();
        return several
                ? Optional.of(new Assumption(Kind.ORDER_OF_SEVERAL, names))
                : asGiven
                        ? Optional.empty()
                        : Optional.of(new Assumption(Kind.ORDER_BY_SIZE, names));
    }

    /** As given, but those whose names differ in their numbers alone among themselves by these. */
    private static List<Integer> sorted(List<Layer> layers) {
        Integer[] sorted = new Integer[layers.size()];
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == null) {
                String alike = skeleton(layers.get(i).name());
                List<Integer> places =
                        IntStream.range(0, sorted.length)
                                .filter(j -> skeleton(layers.get(j).name()).equals(alike))
                                .boxed()
                                .toList();
                List<Integer> ordered = new ArrayList<>(places);
                ordered.sort(Comparator.comparing(j -> layers.get(j).name(), BY_NUMBERS));
                for (int p = 0; p < places.size(); p++) {
                    sorted[places.get(p)] = ordered.get(p);
                }
            }
        }
        return List.of(sorted);
    }

    private static boolean precedes(Layer one, Layer other, boolean byRank) {
        boolean alike = skeleton(one.name()).equals(skeleton(other.name()));
        return alike
                ? BY_NUMBERS.compare(one.name(), other.name()) < 0
                : byRank && rank(one.name()) < rank(other.name());
    }

    private static int rank(String name) {
        return FIRST.matcher(name).matches() ? 0 : LAST.matcher(name).matches() ? 2 : 1;
    }

    /** A name without its numbers: {@code dense} is the first of {@code dense_1}, … */
    private static String skeleton(String name) {
        return NUMBER.matcher(name).replaceAll("#").replaceFirst("[._-]?#$", "");
    }

    private static String[] numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(number -> number.group().replaceFirst("^0+(?=.)", ""))
                .toArray(String[]::new);
    }

    private static int compare(String one, String other) {
        return one.length() == other.length()
                ? one.compareTo(other)
                : Integer.compare(one.length(), other.length());
    }

    /** In how many orders the sizes fit: 0, 1, or 2 for several. */
    private int ways() {
        return IntStream.range(0, before.length).map(first -> from(0, -1, first)).sum();
    }

    /** In how many ways the layers that are not {@code done} can follow, {@code next} first. */
    private int from(int done, int last, int next) {
        boolean fits =
                (done >> next & 1) == 0
                        && (before[next] & ~done) == 0
                        && (last < 0 || layers.get(last).neurons() == layers.get(next).sources());
        return fits ? after(done | 1 << next, next) : 0;
    }

    private int after(int done, int last) {
        if (done == ways.length - 1) {
            return 1;
        }
        if (ways[done][last] < 0) {
            int sum = 0;
            for (int next = 0; next < before.length; next++) {
                sum += from(done, last, next);
            }
            ways[done][last] = (byte) Math.min(2, sum);
        }
        return ways[done][last];
    }

    /** The order that fits and is nearest to the one given. */
    private List<Integer> chain() {
        List<Integer> chain = new ArrayList<>();
        int done = 0;
        while (chain.size() < before.length) {
            int last = chain.isEmpty() ? -1 : chain.getLast();
            int sofar = done;
            int next =
                    IntStream.range(0, before.length)
                            .filter(i -> from(sofar, last, i) > 0)
                            .findFirst()
                            .orElseThrow();
            chain.add(next);
            done |= 1 << next;
        }
        return chain;
    }
}
