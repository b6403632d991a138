package org.chainrule.document.table;

import java.util.List;

/**
 * A table as it was read from a text.
 *
 * @param rows those that are not blank, {@link #MOST} at most
 * @param count how many there are
 * @param tooWide whether a row had thousands of cells, so that it and what follows is not here
 * @param remarks what was left out or guessed
 */
public record Table(List<Row> rows, int count, boolean tooWide, List<Remark> remarks) {
    /** More rows than this are counted and not kept: no table on the page takes them. */
    static final int MOST = 2_000;

    /**
     * One row.
     *
     * @param line where it begins, from 1
     */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The first {@code width} cells. */
        Row cut(int width) {
            return new Row(line, cells.subList(0, Math.min(width, cells.size())));
        }

        /** How many cells there are up to the last that is not empty. */
        int filled() {
            int width = cells.size();
            while (width > 0 && cells.get(width - 1).isBlank()) {
                width--;
            }
            return width;
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    public Table {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** The table of a file. */
    public static Table ofFile(String text) {
        return TableReader.read(text, false);
    }

    /**
     * The table of what was pasted into cells. Where every line is a number by itself, a comma is
     * its decimal point and a blank sets its thousands apart.
     */
    public static Table ofBlock(String text) {
        return TableReader.read(text, true);
    }
}
