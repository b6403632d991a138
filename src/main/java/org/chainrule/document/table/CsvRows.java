package org.chainrule.document.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a text, blank ones too, as FastCSV reads them (RFC 4180), without comment lines. */
final class CsvRows {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern RULE = Pattern.compile("[\\p{Zs}]*:?-+:?[\\p{Zs}]*");

    private final List<Table.Row> rows = new ArrayList<>();
    private int comments;
    private boolean tooWide;

    CsvRows(Dialect dialect, String text) {
        try {
            read(dialect, text, true);
        } catch (CsvParseException e) {
            rows.clear();
            comments = 0;
            lenient(dialect, text);
        }
    }

    private void lenient(Dialect dialect, String text) {
        try {
            read(dialect, text, false);
        } catch (CsvParseException e) {
            tooWide = true;
        }
    }

    /**
     * FastCSV knows two ways of being lenient, one at a time.
     *
     * @param blanks whether blanks may stand around quotation marks, else whether anything may
     *     follow a closing one
     */
    private void read(Dialect dialect, String text, boolean blanks) {
        char separator = lines(dialect) ? '\u0001' : dialect.separator();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .commentStrategy(CommentStrategy.READ)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(!blanks)
                        .trimWhitespacesAroundQuotes(blanks)
                        .maxBufferSize(Math.max(1 << 16, 2 * text.length() + 2))
                        .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                add(line, dialect);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the cells of a line are found after the lines. */
    private static boolean lines(Dialect dialect) {
        return dialect == Dialect.NONE || dialect == Dialect.BLANK;
    }

    private void add(CsvRecord line, Dialect dialect) {
        if (line.isComment() || line.getField(0).stripLeading().startsWith("//")) {
            comments++;
            return;
        }
        List<String> cells =
                switch (dialect) {
                    case TAB, SEMICOLON, COMMA, NONE -> stripped(line.getFields());
                    case BAR -> framed(stripped(line.getFields()));
                    case BLANK -> Arrays.asList(BLANKS.split(line.getField(0).strip()));
                };
        if (dialect != Dialect.BAR || !cells.stream().allMatch(c -> RULE.matcher(c).matches())) {
            rows.add(new Table.Row((int) line.getStartingLineNumber(), cells));
        }
    }

    private static List<String> stripped(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    /** Without the bars that frame a row. */
    private static List<String> framed(List<String> cells) {
        int from = cells.size() > 1 && cells.getFirst().isEmpty() ? 1 : 0;
        int end = cells.size() > from + 1 && cells.getLast().isEmpty() ? 1 : 0;
        return cells.subList(from, cells.size() - end);
    }

    List<Table.Row> rows() {
        return rows;
    }

    /** Whether a row has thousands of cells, so that it and what follows is not here. */
    boolean tooWide() {
        return tooWide;
    }

    int comments() {
        return comments;
    }
}
