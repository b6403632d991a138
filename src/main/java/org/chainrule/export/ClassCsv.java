package org.chainrule.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.practice.ClassTable;
import org.chainrule.practice.Counts;
import org.chainrule.worksheet.Step;

/**
 * A class's results as a table of comma-separated values (RFC 4180): the name, four counts for each
 * step, and the slips.
 */
public final class ClassCsv {
    private static final List<String> COUNTS = List.of("right", "follows", "wrong", "open");

    private ClassCsv() {}

    public static String of(ClassTable table) {
        StringWriter text = new StringWriter();
        List<String> head = new ArrayList<>(List.of("name"));
        for (Step step : table.steps()) {
            COUNTS.forEach(count -> head.add("step " + step.key() + " " + count));
        }
        head.add("slips");
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(head);
            table.rows().forEach(row -> csv.writeRecord(row(table, row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(ClassTable table, ClassTable.Row row) {
        List<String> cells = new ArrayList<>(List.of(name(row.by())));
        for (Step step : table.steps()) {
            Counts counts = row.steps().get(step);
            cells.addAll(
                    counts == null
                            ? Collections.nCopies(COUNTS.size(), "")
                            : counts.inOrder().stream().map(String::valueOf).toList());
        }
        cells.add(
                row.slips().entrySet().stream()
                        .map(slip -> slip.getKey().id() + " " + slip.getValue())
                        .collect(Collectors.joining(", ")));
        return cells;
    }

    /** A spreadsheet takes what begins so for a formula. */
    private static String name(String by) {
        return !by.isEmpty() && "=+-@\t\r".indexOf(by.charAt(0)) >= 0 ? "'" + by : by;
    }
}
