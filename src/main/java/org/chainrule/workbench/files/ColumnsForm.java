package org.chainrule.workbench.files;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chainrule.document.table.Column;
import org.chainrule.document.table.ColumnChoice;
import org.chainrule.document.table.ColumnChoice.Role;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;

/** Asks which columns of a table are inputs, which are targets, and which are left out. */
final class ColumnsForm {
    private final Element rows = new Element("tbody");
    private final Element head = new Element("tr");
    private final Element summary = Native.of("p", "columns-summary");
    private final Element box =
            Native.of(
                    "div",
                    "columns",
                    Native.of(
                            "div",
                            "columns-list",
                            Native.of("table", "", Native.of("thead", "", head), rows)),
                    summary);
    private final Element use;
    private final List<Role> roles = new ArrayList<>();
    private @Nullable ColumnChoice columns;
    private @Nullable Shown shown;

    ColumnsForm(Consumer<ColumnChoice.Chosen.Good> chosen) {
        summary.setAttribute("role", "status");
        use = Native.button("btn pri", () -> chosen().ifPresent(chosen));
        box.setVisible(false);
        use.setVisible(false);
    }

    Element element() {
        return box;
    }

    /** The button that takes the choice. */
    Element button() {
        return use;
    }

    /** The columns that are asked about, or null. */
    @Nullable ColumnChoice columns() {
        return columns;
    }

    /** Asks about these columns, or about none. */
    void ask(@Nullable ColumnChoice asked, Shown now) {
        columns = asked;
        roles.clear();
        roles.addAll(asked == null ? List.of() : asked.guess());
        box.setVisible(asked != null);
        use.setVisible(asked != null);
        shown = null;
        show(now);
    }

    void show(Shown now) {
        boolean sameLanguage = shown != null && now.words().equals(shown.words());
        shown = now;
        if (columns != null && !sameLanguage) {
            build(columns, now.words());
        }
        summarise();
    }

    private void build(ColumnChoice asked, Words words) {
        head.removeAllChildren();
        rows.removeAllChildren();
        for (String key : List.of("column", "first", "role")) {
            Element cell = Native.text("th", words.of("files.columns." + key));
            cell.setAttribute("scope", "col");
            head.appendChild(cell);
        }
        asked.columns().forEach(column -> rows.appendChild(row(column, words)));
    }

    private Element row(Column column, Words words) {
        String name =
                column.name().isEmpty()
                        ? words.of("files.columns.number", column.index() + 1)
                        : column.name();
        Element heading = Native.text("th", name);
        heading.setAttribute("scope", "row");
        Element select =
                Native.select(value -> {
                    roles.set(column.index(), Role.valueOf(value));
                    summarise();
                });
        select.setAttribute("aria-label", words.of("files.columns.role.of", name));
        Native.options(
                select,
                Arrays.stream(Role.values())
                        .map(role -> new Native.Option(role.name(), words.of("files.role." + role)))
                        .toList(),
                roles.get(column.index()).name());
        return Native.of(
                "tr",
                "",
                heading,
                Native.text("td", content(column, words)),
                Native.of("td", "", select));
    }

    private static String content(Column column, Words words) {
        if (!column.hasWords()) {
            return column.first();
        }
        List<String> some = column.words().subList(0, Math.min(3, column.words().size()));
        return words.of(
                "files.columns.words",
                column.words().size(),
                String.join(", ", some) + (some.size() < column.words().size() ? ", …" : ""));
    }

    /** What the network has to be, or why the choice cannot be. */
    private void summarise() {
        if (columns == null || shown == null) {
            return;
        }
        Words words = shown.words();
        switch (columns.choose(roles)) {
            case ColumnChoice.Chosen.Refused(var fault) ->
                    say(words.of("files.columns.not", fault.in(words.locale())), false, false);
            case ColumnChoice.Chosen.Good good -> {
                boolean fits =
                        good.inputs() == shown.network().inputs()
                                && good.outputs().size() == shown.network().outputs();
                String why =
                        Refusals.of(TableOpening.edit(good, shown), shown.worksheet())
                                .map(objection -> Explanation.of(objection, words).head())
                                .orElse("");
                String sizes =
                        words.of(
                                fits ? "files.columns.fit" : "files.columns.adapt",
                                good.inputs(),
                                good.outputs().size());
                say(why.isEmpty() ? sizes : why, why.isEmpty(), !fits);
            }
        }
    }

    private void say(String text, boolean possible, boolean adapting) {
        Words words = java.util.Objects.requireNonNull(shown).words();
        Native.setText(summary, text);
        Native.setText(use, words.of(adapting ? "files.columns.do" : "files.columns.use"));
        Native.setEnabled(use, possible);
    }

    private Optional<ColumnChoice.Chosen.Good> chosen() {
        return columns != null && columns.choose(roles) instanceof ColumnChoice.Chosen.Good good
                ? Optional.of(good)
                : Optional.empty();
    }
}
