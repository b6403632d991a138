package org.chainrule.document.table;

import java.util.List;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;

/** What stands between the cells of a table. */
enum Dialect {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(','),
    BAR('|'),
    BLANK(' '),
    /** Nothing: each line is one cell. */
    NONE('\0');

    /** So much of a text tells what it is. */
    private static final int GLANCE = 16_384;

    private final char separator;

    Dialect(char separator) {
        this.separator = separator;
    }

    char separator() {
        return separator;
    }

    /**
     * The one by which {@code text} has most numbers and rows of one length; of equals the first.
     *
     * @param block whether lines that are numbers by themselves are left whole
     */
    static Dialect of(String text, boolean block) {
        String glance = glance(text);
        if (block && lines(glance).stream().allMatch(row -> isNumber(row.cell(0)))) {
            return NONE;
        }
        Dialect best = NONE;
        double most = 0;
        for (Dialect dialect : values()) {
            double score = dialect == NONE ? 0 : dialect.score(glance);
            if (score > most) {
                best = dialect;
                most = score;
            }
        }
        return best;
    }

    /** Whole lines from the beginning. */
    private static String glance(String text) {
        if (text.length() <= GLANCE) {
            return text;
        }
        int end = text.lastIndexOf('\n', GLANCE);
        return text.substring(0, end < 0 ? GLANCE : end);
    }

    static List<Table.Row> lines(String text) {
        return new CsvRows(NONE, text).rows().stream().filter(row -> !row.isBlank()).toList();
    }

    static boolean isNumber(String cell) {
        return Numbers.read(cell, Manner.FILE) instanceof Parsed.Value;
    }

    /** 0 where the text has one column; else the shares of regular rows and of numbers. */
    private double score(String text) {
        List<Table.Row> rows =
                new CsvRows(this, text).rows().stream().filter(row -> !row.isBlank()).toList();
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        if (width < 2) {
            return 0;
        }
        double regular = share(rows, row -> row.cells().size() == width);
        List<String> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
        double numbers = share(cells, cell -> cell.isBlank() || isNumber(cell));
        return (0.1 + regular) * (0.1 + numbers);
    }

    private static <T> double share(List<T> all, java.util.function.Predicate<T> having) {
        return all.stream().filter(having).count() / (double) Math.max(1, all.size());
    }
}
