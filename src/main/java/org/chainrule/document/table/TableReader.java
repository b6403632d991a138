package org.chainrule.document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.document.table.Remark.Kind;
import org.jspecify.annotations.Nullable;

/** Reads a text as a table, and says what was left out of it or guessed. */
final class TableReader {
    /** What Excel writes and reads as a first line: {@code sep=;}. */
    private static final Pattern SEP = Pattern.compile("(?i)\"?sep=([^\r\n])\"?[ \t]*(?=[\r\n]|$)");

    private final List<Remark> remarks = new ArrayList<>();

    private TableReader() {}

    static Table read(String text, boolean block) {
        return new TableReader().table(text.startsWith("\uFEFF") ? text.substring(1) : text, block);
    }

    private Table table(String text, boolean block) {
        Matcher named = SEP.matcher(text);
        Dialect dialect = named.lookingAt() ? named(named.group(1)) : null;
        String body = dialect == null ? text : text.substring(named.end());
        Dialect found = dialect == null ? Dialect.of(body, block) : dialect;
        CsvRows read = new CsvRows(found, body);
        List<Table.Row> rows = read.rows().stream().filter(row -> !row.isBlank()).toList();
        remark(read, rows);
        if (block) {
            guessed(found, rows);
        } else if (found == Dialect.BLANK) {
            remarks.add(Remark.of(Kind.BLANKS));
        }
        List<Table.Row> kept = rows.subList(0, Math.min(rows.size(), Table.MOST));
        return new Table(kept, rows.size(), read.tooWide(), remarks);
    }

    private static @Nullable Dialect named(String separator) {
        return switch (separator.charAt(0)) {
            case '\t' -> Dialect.TAB;
            case ';' -> Dialect.SEMICOLON;
            case ',' -> Dialect.COMMA;
            case '|' -> Dialect.BAR;
            case ' ' -> Dialect.BLANK;
            default -> null;
        };
    }

    private void remark(CsvRows read, List<Table.Row> rows) {
        if (read.comments() > 0) {
            remarks.add(Remark.of(Kind.COMMENTS, read.comments()));
        }
        if (!rows.isEmpty()) {
            int first = rows.getFirst().line();
            int last = rows.getLast().line();
            long blank =
                    read.rows().stream()
                            .filter(row -> row.isBlank() && row.line() > first && row.line() < last)
                            .count();
            if (blank > 0) {
                remarks.add(Remark.of(Kind.BLANK_ROWS, (int) blank));
            }
        }
    }

    /** What the numbers of a block could also have meant. */
    private void guessed(Dialect dialect, List<Table.Row> rows) {
        if (dialect != Dialect.NONE || rows.size() < 2) {
            return;
        }
        if (rows.stream().allMatch(row -> row.cell(0).matches("[-+−]?[0-9]+,[0-9]+"))) {
            remarks.add(Remark.of(Kind.DECIMAL_COMMA));
        }
        if (rows.stream().anyMatch(row -> row.cell(0).matches(".*[0-9]\\p{Zs}[0-9].*"))) {
            remarks.add(Remark.of(Kind.THOUSANDS));
        }
    }
}
