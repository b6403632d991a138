package org.chainrule.workbench.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an exercise: what is given, and boxes for what is asked; the shape of {@code
 * answer-sheet.ts}. It holds no number that is asked.
 *
 * @param exercise tells it from any other
 * @param order the boxes' keys, in the order of the calculation
 */
public record AnswerSheet(String exercise, List<Table> tables, List<String> order) {

    /**
     * A table of numbers.
     *
     * @param heads HTML, of the columns; empty where they need none
     */
    public record Table(String caption, String kind, List<String> heads, List<Row> rows) {}

    /**
     * A row of a table.
     *
     * @param head HTML
     */
    public record Row(String head, List<List<Item>> cells) {}

    /**
     * A number.
     *
     * @param label HTML: its name, where its place does not say it
     * @param role the class of its colour
     * @param text the number, where it is given
     */
    public record Item(
            @JsonInclude(Include.NON_NULL) @Nullable String label,
            String q,
            String role,
            @JsonInclude(Include.NON_NULL) @Nullable String text,
            @JsonInclude(Include.NON_NULL) @Nullable Box box) {}

    /**
     * A number that is asked.
     *
     * @param verdict its key; null where none is told
     * @param sign what marks the verdict
     * @param word the verdict in a word
     */
    public record Box(
            String aria,
            String text,
            @JsonInclude(Include.NON_NULL) @Nullable String verdict,
            @JsonInclude(Include.NON_NULL) @Nullable String sign,
            @JsonInclude(Include.NON_NULL) @Nullable String word,
            boolean fixed) {}
}
