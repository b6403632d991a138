package org.chainrule.document.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What was pasted into cells, row by row.
 *
 * @param rows all of one width; an empty text where a row has no cell
 * @param remarks what was left out or guessed
 */
public record Block(List<List<String>> rows, List<Remark> remarks) {
    public Block {
        rows = rows.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
    }

    /** The block of a clipboard's text. A first row of names alone is none of it. */
    public static Block of(String text) {
        Table table = Table.ofBlock(text);
        List<Remark> remarks = new ArrayList<>(table.remarks());
        List<Table.Row> rows = table.rows();
        if (rows.size() > 1 && Header.isHeader(rows.getFirst())) {
            remarks.add(Remark.of(Remark.Kind.HEADER, rows.getFirst().line()));
            rows = rows.subList(1, rows.size());
        }
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new Block(rows.stream().map(row -> cells(row, width)).toList(), remarks);
    }

    private static List<String> cells(Table.Row row, int width) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }
}
