package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;

/** The rows of a table in text: RFC 4180, with a comma, a semicolon or a tab between cells. */
final class CsvRows {
    /**
     * One row that is not blank.
     *
     * @param line where it begins, from 1
     */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private int line = 1;
    private int begun = 1;

    private CsvRows(String text) {
        this.text = text;
        separator = text.contains("\t") ? '\t' : text.contains(";") ? ';' : ',';
    }

    static List<Row> of(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CsvRows reader = new CsvRows(plain.replace("\r\n", "\n").replace('\r', '\n'));
        reader.read();
        return reader.rows;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || cell.toString().isBlank())) {
                boolean twice = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (twice) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                endCell();
            } else if (c == '\n' && !quoted) {
                endRow();
            } else {
                cell.append(c);
            }
            line += c == '\n' ? 1 : 0;
            begun = c == '\n' && !quoted ? line : begun;
        }
        endRow();
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
            rows.add(new Row(begun, cells));
        }
        cells.clear();
    }
}
