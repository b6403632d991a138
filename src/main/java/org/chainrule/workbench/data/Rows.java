package org.chainrule.workbench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Held;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What the table of samples shows; the shape of {@code sample-table.ts}. Rows and columns count
 * from 0.
 *
 * @param shown the sample on show
 * @param columns their names; the first {@code inputs} are inputs
 * @param captions what they stand for, or empty texts
 * @param top the first row whose numbers are here
 * @param left the first column of it
 * @param rows its numbers with all their digits
 * @param briefs each as it is displayed, or null where that is its text
 * @param errors entries that were refused; {@code more} says how many others there are
 */
record Rows(
        int count,
        int shown,
        List<String> columns,
        List<String> captions,
        int inputs,
        String loss,
        int top,
        int left,
        List<List<String>> rows,
        List<List<@Nullable String>> briefs,
        List<String> losses,
        List<Wrong> errors,
        @Nullable String more,
        int rev) {
    private static final int MOST_ERRORS = 4;

    /** An entry that was refused; the text names its place. */
    record Wrong(int row, int column, String text) {}

    static Rows of(Shown shown, Excerpt excerpt) {
        Network network = shown.network();
        List<String> columns = Columns.names(shown);
        int count = shown.problem().samples().size();
        Excerpt here = excerpt.within(count, columns.size());
        List<Wrong> errors = errors(shown, columns);
        int more = errors.size() - MOST_ERRORS;
        List<List<Held>> fields = fields(shown, here);
        return new Rows(
                count,
                shown.view().sample(),
                columns,
                Columns.captions(shown),
                network.inputs(),
                shown.view().notation().loss(),
                here.top(),
                here.left(),
                each(fields, Held::text),
                Rows.<@Nullable String>each(fields, Held::brief),
                each(here.top(), here.bottom(), s -> shown.text(new Ref(Quantity.loss(), s))),
                List.copyOf(errors.subList(0, Math.min(MOST_ERRORS, errors.size()))),
                more > 0
                        ? shown.words().of("data.wrong.more", shown.numbers().grouped(more))
                        : null,
                shown.revision());
    }

    /** The numbers of a part of the table with all their digits, row by row. */
    static List<List<String>> texts(Shown shown, Excerpt here) {
        return each(fields(shown, here), Held::text);
    }

    private static <T extends @Nullable Object> List<List<T>> each(
            List<List<Held>> fields, Function<Held, T> of) {
        return fields.stream().map(row -> row.stream().map(of).toList()).toList();
    }

    private static List<List<Held>> fields(Shown shown, Excerpt here) {
        return each(
                here.top(),
                here.bottom(),
                s ->
                        each(
                                here.left(),
                                here.right(),
                                column -> shown.field(Columns.ref(shown.network(), s, column))));
    }

    private static <T> List<T> each(int from, int end, IntFunction<T> of) {
        return IntStream.range(from, end).mapToObj(of).toList();
    }

    private static List<Wrong> errors(Shown shown, List<String> columns) {
        List<Wrong> errors = new ArrayList<>();
        shown.rejected()
                .forEach((ref, _) -> {
                    if (ref.quantity().isOfSample()) {
                        int column = Columns.of(shown.network(), ref.quantity());
                        String row = shown.numbers().grouped(ref.sample() + 1);
                        String text =
                                shown.words()
                                        .of(
                                                "data.wrong",
                                                row,
                                                columns.get(column),
                                                String.valueOf(shown.error(ref)));
                        errors.add(new Wrong(ref.sample(), column, text));
                    }
                });
        return errors;
    }
}
