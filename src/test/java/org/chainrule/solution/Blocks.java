package org.chainrule.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A formula of vectors and matrices, read from its text by nothing but school's rules: to each
 * entry of what it comes to the formula of numbers that is worked for it.
 */
final class Blocks {
    private final String text;
    private int at;

    private Blocks(String text) {
        this.text = text;
    }

    /** Rows of formulas. */
    static List<List<String>> of(String text) {
        Blocks reader = new Blocks(text.strip());
        List<List<String>> whole = reader.sum();
        if (reader.at < reader.text.length()) {
            throw new IllegalArgumentException(text + " at " + reader.at);
        }
        return whole;
    }

    private boolean take(String mark) {
        boolean there = text.startsWith(mark, at);
        at += there ? mark.length() : 0;
        return there;
    }

    private List<List<String>> sum() {
        List<List<String>> sum = product();
        while (true) {
            if (take(" + ")) {
                sum = both(sum, product(), (a, b) -> a + "+" + b);
            } else if (take(" − ")) {
                sum = both(sum, product(), (a, b) -> a + "−(" + b + ")");
            } else {
                return sum;
            }
        }
    }

    private List<List<String>> product() {
        List<List<String>> product = atom();
        while (true) {
            if (take(" ⊙ ")) {
                product = both(product, atom(), (a, b) -> "(" + a + ")·(" + b + ")");
            } else if (take(" · ")) {
                product = product(product, atom());
            } else if (take("/")) {
                String under = atom().getFirst().getFirst();
                product = each(product, over -> "(" + over + ")/(" + under + ")");
            } else {
                return product;
            }
        }
    }

    private List<List<String>> atom() {
        if (take("[")) {
            int end = text.indexOf(']', at);
            String inner = text.substring(at, end);
            at = end + 1;
            return Arrays.stream(inner.split("; "))
                    .map(row -> Arrays.stream(row.split(" ")).map(n -> "(" + n + ")").toList())
                    .toList();
        }
        int start = at;
        while (at < text.length() && "( )[]·⊙/".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (!take("(")) {
            return List.of(List.of("(" + word + ")"));
        }
        List<List<String>> inner = sum();
        if (!take(")")) {
            throw new IllegalArgumentException(text + " at " + at);
        }
        return word.equals("softmax")
                ? softmax(inner)
                : each(inner, entry -> "(" + called(word, entry) + ")");
    }

    private static String called(String function, String x) {
        return switch (function) {
            case "", "id" -> x;
            case "SiLU" -> x + "·σ(" + x + ")";
            case "GELU" -> x + "·Φ(" + x + ")";
            case "softplus" -> "ln(1+exp(" + x + "))";
            case "bipolar" -> "2·σ(" + x + ")−1";
            case "ELU" -> x.startsWith("(−") ? "exp(" + x + ")−1" : x;
            default -> function + "(" + x + ")";
        };
    }

    private static List<List<String>> softmax(List<List<String>> vector) {
        String sum =
                vector.stream()
                        .flatMap(List::stream)
                        .map(entry -> "exp(" + entry + ")")
                        .collect(Collectors.joining("+"));
        return each(vector, entry -> "(exp(" + entry + "))/(" + sum + ")");
    }

    private static List<List<String>> each(List<List<String>> of, UnaryOperator<String> change) {
        return of.stream().map(row -> row.stream().map(change).toList()).toList();
    }

    private static List<List<String>> both(
            List<List<String>> a, List<List<String>> b, BinaryOperator<String> between) {
        if (a.size() != b.size() || a.getFirst().size() != b.getFirst().size()) {
            throw new IllegalArgumentException(a + " and " + b);
        }
        return IntStream.range(0, a.size())
                .mapToObj(i ->
                        IntStream.range(0, a.get(i).size())
                                .mapToObj(j -> between.apply(a.get(i).get(j), b.get(i).get(j)))
                                .toList())
                .toList();
    }

    /** Of a number and a matrix, or of two matrices. */
    private static List<List<String>> product(List<List<String>> a, List<List<String>> b) {
        if (a.size() == 1 && a.getFirst().size() == 1) {
            return each(b, entry -> a.getFirst().getFirst() + "·(" + entry + ")");
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : a) {
            if (row.size() != b.size()) {
                throw new IllegalArgumentException(a + " times " + b);
            }
            rows.add(
                    IntStream.range(0, b.getFirst().size())
                            .mapToObj(j ->
                                    IntStream.range(0, b.size())
                                            .mapToObj(i ->
                                                    "("
                                                            + row.get(i)
                                                            + ")·("
                                                            + b.get(i).get(j)
                                                            + ")")
                                            .collect(Collectors.joining("+")))
                            .toList());
        }
        return rows;
    }
}
