package org.chainrule.document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The row of names above a table, where there is one. */
final class Header {
    private static final Set<String> MISSING =
            Set.of(
                    "?",
                    "na",
                    "n/a",
                    "#n/a",
                    "nan",
                    "null",
                    "none",
                    "nil",
                    "-",
                    "--",
                    ".",
                    "inf",
                    "infinity",
                    "true",
                    "false",
                    "missing",
                    "wahr",
                    "falsch");
    private static final Set<String> NUMBERING =
            Set.of("", "#", "id", "index", "no", "nr", "unnamed: 0");

    private Header() {}

    /** Whether {@code row} holds names: none of its cells is a number or stands for one. */
    static boolean isHeader(Table.Row row) {
        return row.cells().stream().noneMatch(Header::isData)
                && row.cells().stream().anyMatch(cell -> !cell.isBlank());
    }

    /** Whether a cell is a number, or is meant as one: {@code $1.50}, {@code 12:30}, {@code NA}. */
    static boolean isData(String cell) {
        if (MISSING.contains(plain(cell)) || Dialect.isNumber(cell)) {
            return true;
        }
        return cell.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::isDigit)
                .findFirst()
                .orElse(false);
    }

    /** Whether a column of this name numbers the rows. */
    static boolean isNumbering(String name) {
        return NUMBERING.contains(plain(name));
    }

    /**
     * Where the columns of a network, {@code x1} … {@code y1} …, stand by their names; empty where
     * one of them is missing or stands there twice.
     */
    static List<Integer> places(List<String> names, int inputs, int outputs) {
        List<String> there = names.stream().map(name -> own(name, inputs, outputs)).toList();
        List<Integer> places = new ArrayList<>();
        for (String wanted : own(inputs, outputs)) {
            int place = there.indexOf(wanted);
            if (place < 0 || place != there.lastIndexOf(wanted)) {
                return List.of();
            }
            places.add(place);
        }
        return places;
    }

    /** Whether a name is a network's own and stands where another belongs. */
    static boolean contradicts(List<String> names, int inputs, int outputs) {
        List<String> own = own(inputs, outputs);
        return IntStream.range(0, names.size())
                .anyMatch(i -> {
                    int place = own.indexOf(own(names.get(i), inputs, outputs));
                    return place >= 0 && place != i;
                });
    }

    private static List<String> own(int inputs, int outputs) {
        return Stream.concat(
                        IntStream.rangeClosed(1, inputs).mapToObj(t -> "x" + t),
                        IntStream.rangeClosed(1, outputs).mapToObj(k -> "y" + k))
                .toList();
    }

    /** The same, where {@code x} alone is the only input and {@code y} the only target. */
    private static String own(String name, int inputs, int outputs) {
        String own = own(name);
        boolean only = own.equals("x") ? inputs == 1 : own.equals("y") && outputs == 1;
        return only ? own + "1" : own;
    }

    /** A name as the network writes its own: {@code X₁}, {@code x_1} and {@code x[1]} are x1. */
    private static String own(String name) {
        StringBuilder plain = new StringBuilder();
        plain(name)
                .codePoints()
                .filter(c -> "_[]( )".indexOf(c) < 0)
                .map(c -> c >= '₀' && c <= '₉' ? '0' + c - '₀' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String plain(String cell) {
        StringBuilder plain = new StringBuilder();
        cell.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }
}
