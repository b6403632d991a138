package org.chainrule.workbench.data;

import org.chainrule.worksheet.Limits;
import tools.jackson.databind.JsonNode;

/**
 * A part of the table of samples: the rows from {@code top} to before {@code bottom}, the columns
 * from {@code left} to before {@code right}, all from 0.
 */
record Excerpt(int top, int bottom, int left, int right) {
    /** What is sent before the browser has said what it sees. */
    static final Excerpt FIRST = new Excerpt(0, 40, 0, 16);

    /** More than this is not sent at once. */
    private static final int MOST_ROWS = 200;

    private static final int MOST_COLUMNS = 60;

    /** The part that an event speaks of. */
    static Excerpt of(JsonNode detail) {
        JsonNode rows = detail.path("rows");
        JsonNode columns = detail.path("columns");
        return new Excerpt(
                bound(rows.path("from").asInt(0)),
                bound(rows.path("end").asInt(0)),
                bound(columns.path("from").asInt(0)),
                bound(columns.path("end").asInt(0)));
    }

    private static int bound(int place) {
        return Math.clamp(place, 0, Limits.SAMPLES);
    }

    /** This part and as much around it, so that a little scrolling needs nothing more. */
    Excerpt around() {
        int rows = Math.min(bottom - top, MOST_ROWS / 3);
        int columns = Math.min(right - left, MOST_COLUMNS / 3);
        return new Excerpt(top - rows, top + 2 * rows, left - columns, left + 2 * columns);
    }

    /** As much of it as a table of this size has. */
    Excerpt within(int rows, int columns) {
        int t = Math.clamp(top, 0, rows);
        int l = Math.clamp(left, 0, columns);
        return new Excerpt(t, Math.clamp(bottom, t, rows), l, Math.clamp(right, l, columns));
    }
}
